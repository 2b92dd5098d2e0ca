package dev.almanac.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user writes into {@code CALL}, rightly and wrongly. */
class ProcedureArgumentsTest extends LakeTest {

  @BeforeEach
  void orders() {
    lake.file("sales/orders/" + day(2) + "/a.jsonl", "{\"id\":1}\n{\"id\":2}\n")
        .file("sales/my orders/" + day(2) + "/a.jsonl", "{\"id\":1}\n{\"id\":2}\n");
  }

  private List<String> call(String procedure) {
    return rows("CALL " + catalog + "." + procedure).stream().map(Row::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system.calendar('sales.orders', from => '2024-01-02', to => '2024-01-02')",
        "system.calendar('sales.orders', '2024-01-02', DATE'2024-01-02')",
        "system.calendar('sales.orders', to => TIMESTAMP'2024-01-02 10:00')",
        "system.calendar('sales.orders', DATE'2024-01-02' - INTERVAL 0 DAYS, NULL)",
        "system.calendar('sales.orders', NULL, '2024-01-02')",
        "system.calendar(TO => '2024-01-02', DATASET => 'sales.orders')",
        "system.CALENDAR('sales.orders')",
        "`system`.`calendar`('`sales`.`my orders`')",
      })
  void theseGiveTheDay(String procedure) {
    assertThat(call(procedure)).containsExactly("[2024-01-02,read,1,18,0,null,0,0,0,null,null]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "system.calendar('sales.orders', from => '2024-01-xx') | argument from: it takes a date, such as DATE'2024-01-31'",
        "system.gaps('sales.orders', to => 'YESTERDAY') | Cannot take 'YESTERDAY' for the argument to",
        "system.calendar('sales.orders', from => 20240101) | requires the \"DATE\" type, however \"20240101\" has the type \"INT\"",
        "system.calendar('sales.orders', count_rows => 2) | \"BOOLEAN\"",
        "system.calendar() | parameter named `dataset` is required",
        "system.calendar(NULL) | Write it as in SQL, such as 'sales.orders'",
        "system.calendar('sales.orders', form => DATE'2024-01-01') | Did you mean one of the following? [`from`",
        "system.calendar('sales.orders', dataset => 'x') | BOTH_POSITIONAL_AND_NAMED",
        "system.calendar(from => DATE'2024-01-01', 'sales.orders') | rearrange",
        "system.calendar('sales.my orders') | this is no name",
        "system.calendar('../x') | this is no name",
        "system.stores(1) | requires 0 parameters",
        "calendar('sales.orders') | .system.calendar?)",
        "system.calender('sales.orders') | .system.calendar?)",
        "system.register_store('x', '') | Invalid value '' of location of store",
        "system.register_store('a..b', '/x') | 'a..b': this is no prefix",
        "system.register_store('', '/x') | this is no prefix",
        "system.register_store('x', '/x', map('location', '/y')) | location is named twice",
        "system.register_store('x', '/x', map('merge-schema', 'maybe')) | Invalid value 'maybe'",
        "system.register_store('x', '/x', map('connector', 'mongo')) | did you mean mongodb?",
        "system.unregister_store('') | this is no prefix",
      })
  void whatIsWrongIsNamed(String procedure, String said) {
    assertThatThrownBy(() -> call(procedure)).hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN %s", "IN %s.system", "FROM %s.system"})
  void sparkListsThem(String where) {
    assertThat(rows("SHOW PROCEDURES " + where.formatted(catalog)))
        .extracting(row -> row.getString(2) + "." + row.getString(3))
        .containsExactly(
            "system.calendar",
            "system.gaps",
            "system.refresh",
            "system.register_store",
            "system.stores",
            "system.unregister_store");
  }

  @Test
  void sparkDescribesThemWithTheirParameters() {
    assertThat(rows("DESCRIBE PROCEDURE " + catalog + ".system.calendar").toString())
        .contains("Every day of a dataset")
        .contains("dataset STRING: ", "from DATE (may be left out): The first day");
  }
}
