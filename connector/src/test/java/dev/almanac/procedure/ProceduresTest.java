package dev.almanac.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code CALL lake.system...}, by position and by name. */
class ProceduresTest extends LakeTest {

  private List<String> call(String procedure) {
    return rows("CALL " + catalog + ".system." + procedure).stream().map(Row::toString).toList();
  }

  /** Days 2, 3 and 6, of which 3 has no complete frame; 4 and 5 are missing. */
  private void orders() {
    lake.file("sales/orders/" + day(2) + "/a.jsonl", "{\"id\":1}\n{\"id\":2}\n")
        .file("sales/orders/" + day(3) + "/as_at_20240103-000000/a.jsonl", "{\"id\":3}\n")
        .file("sales/orders/" + day(6) + "/as_at_20240106-000000/a.jsonl", "{\"id\":4}\n")
        .file("sales/orders/" + day(6) + "/as_at_20240106-000000/b.jsonl", "{\"id\":5}\n")
        .mark("sales/orders/" + day(6) + "/as_at_20240106-000000/frame.complete");
  }

  @Test
  void aCalendarHasEveryDay() {
    orders();

    assertThat(call("calendar('sales.orders')"))
        .containsExactly(
            "[2024-01-02,read,1,18,0,null,0,0,0,null,null]",
            "[2024-01-03,no_complete_frame,0,0,1,null,0,1,0,null,null]",
            "[2024-01-04,missing,0,0,0,null,0,0,0,null,null]",
            "[2024-01-05,missing,0,0,0,null,0,0,0,null,null]",
            "[2024-01-06,read,2,18,1,null,0,0,0,null,null]");
  }

  @Test
  void aCalendarTellsWhatBecameOfFrames() {
    for (int frame = 1; frame <= 4; frame++) {
      lake.file("t/" + day(1) + "/as_at_" + frame + "/a.jsonl", "{\"id\":1}\n");
    }
    lake.mark("t/" + day(1) + "/as_at_1/frame.complete")
        .mark("t/" + day(1) + "/as_at_2/frame.complete")
        .mark("t/" + day(1) + "/as_at_3/frame.complete")
        .mark("t/" + day(1) + "/as_at_3/frame.ignore");

    assertThat(call("calendar('t')"))
        .containsExactly("[2024-01-01,read,1,9,4,null,1,1,1,null,null]");
  }

  @Test
  void aCalendarCountsRowsWhereItIsAskedTo() {
    orders();

    assertThat(
            call(
                "calendar(count_rows => true, dataset => 'sales.orders', to => DATE'2024-01-04',"
                    + " from => DATE'2024-01-01')"))
        .containsExactly(
            "[2024-01-01,missing,0,0,0,0,0,0,0,null,null]",
            "[2024-01-02,read,1,18,0,2,0,0,0,null,null]",
            "[2024-01-03,no_complete_frame,0,0,1,0,0,1,0,null,null]",
            "[2024-01-04,missing,0,0,0,0,0,0,0,null,null]");
  }

  /** As the command line has it. */
  @Test
  void theSessionMayUseJavasNewDates() {
    orders();
    spark().conf().set("spark.sql.datetime.java8API.enabled", "true");
    try {
      assertThat(call("gaps('sales.orders', from => DATE'2024-01-05')"))
          .containsExactly("[2024-01-05,2024-01-05,1,missing,null]");
      assertThat(call("calendar('sales.orders', to => DATE'2024-01-02', count_rows => true)"))
          .containsExactly("[2024-01-02,read,1,18,0,2,0,0,0,null,null]");
    } finally {
      spark().conf().unset("spark.sql.datetime.java8API.enabled");
    }
  }

  @Test
  void aCalendarOfARangeWithoutDaysIsAllMissing() {
    orders();

    assertThat(
            call(
                "calendar('sales.orders', from => DATE'2024-02-01', to => DATE'2024-02-02',"
                    + " count_rows => true)"))
        .containsExactly(
            "[2024-02-01,missing,0,0,0,0,0,0,0,null,null]",
            "[2024-02-02,missing,0,0,0,0,0,0,0,null,null]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'sales.orders' | [2024-01-03,2024-01-03,1,no_complete_frame,null] [2024-01-04,2024-01-05,2,missing,null]",
        "'sales.orders', from => DATE'2024-01-05' | [2024-01-05,2024-01-05,1,missing,null]",
        "'sales.orders', to => DATE'2024-01-02' | ~~",
        "'sales.orders', DATE'2023-12-31', DATE'2024-01-02' | [2023-12-31,2024-01-01,2,missing,null]",
      })
  void gapsAreRunsOfDaysThatAreNotRead(String arguments, String gaps) {
    orders();

    assertThat(String.join(" ", call("gaps(" + arguments + ")"))).isEqualTo(gaps);
  }

  /** Day 1 has all hours, days 2 and 3 lack the same, and one of day 4 is not finished. */
  private void visits(String hour) {
    for (int day = 1; day <= 4; day++) {
      for (int at = 0; at < 24; at++) {
        boolean there = day == 1 || (at != 5 && (at < 13 || at > 15));
        if (day == 4 || there) {
          lake.file("web/visits/" + day(day) + hour.formatted(at) + "/a.jsonl", "{\"id\":1}\n");
        }
      }
    }
    lake.file("web/visits/" + day(4) + hour.formatted(7) + "/as_at_1/a.jsonl", "{\"id\":2}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/by_hour/hour=%02d", "/by_hour/hour=%d"})
  void hoursThatCannotBeReadAreGaps(String hour) {
    visits(hour);

    assertThat(call("gaps('web.visits')"))
        .containsExactly(
            "[2024-01-02,2024-01-03,2,missing_hours,05, 13-15]",
            "[2024-01-04,2024-01-04,1,missing_hours,07]");
    assertThat(call("gaps('web.visits', to => '2024-01-02', from => '2023-12-31')"))
        .containsExactly(
            "[2023-12-31,2023-12-31,1,missing,null]",
            "[2024-01-02,2024-01-02,1,missing_hours,05, 13-15]");
    assertThat(call("calendar('web.visits', to => '2024-01-02')"))
        .containsExactly(
            "[2024-01-01,read,24,216,0,null,0,0,0,24,]",
            "[2024-01-02,read,20,180,0,null,0,0,0,20,05, 13-15]");
  }

  @Test
  void theTableOfDaysHasTheHoursOfTheClause() {
    visits("/by_hour/hour=%02d");
    String days = "SELECT hours, missing_hours FROM %s.web.visits.days ".formatted(catalog);

    assertThat(rows(days + "VERSION AS OF '2024-01-02'").toString()).isEqualTo("[[20,05, 13-15]]");
    assertThat(
            rows(days + "VERSION AS OF \"DATES BETWEEN '2024-01-02 12:00' AND '2024-01-02 13:59'\"")
                .toString())
        .isEqualTo("[[1,13]]");
  }

  @Test
  void hoursThatAreNotOverAreNotMissing() {
    visits("/by_hour/hour=%02d");
    set("now", "2024-01-02T14:30:00Z");

    assertThat(call("gaps('web.visits', to => '2024-01-02')"))
        .containsExactly("[2024-01-02,2024-01-02,1,missing_hours,05, 13]");
  }

  @Test
  void hoursAreThoseOfTheStoresClocks() {
    set("time-zone", "Europe/Amsterdam");
    for (int hour = 0; hour < 24; hour++) {
      if (hour != 2) { // which the clocks skip
        lake.file("t/year_2024/month_03/day_31/by_hour/hour=%02d/a.jsonl".formatted(hour), "{}\n");
      }
    }

    assertThat(call("gaps('t')")).isEmpty();
  }

  @Test
  void namesMayHaveTheCatalogAndBackticks() {
    lake.file("my data/" + day(1) + "/a.jsonl", "{\"id\":1}\n");

    assertThat(call("gaps('`my data`')")).isEmpty();
    assertThat(call("calendar('" + catalog + ".`my data`')")).hasSize(1);
  }

  @Test
  void storesAreRegisteredAndForgotten() {
    lake.file("elsewhere/t/a.jsonl", "{\"id\":1}\n");
    String location = folder.resolve("elsewhere").toString();

    call(
        "register_store(prefix => 'eu.sales', location => '%s', options =>".formatted(location)
            + " map('partition-scheme', 'none'))");

    assertThat(count("SELECT * FROM " + catalog + ".eu.sales.t")).isEqualTo(1);
    assertThat(call("stores()"))
        .containsExactlyInAnyOrder(
            "[,folders,%s,true]".formatted(folder),
            "[eu.sales,folders,%s,false]".formatted(location));
    assertThat(call("unregister_store('eu.sales')")).containsExactly("[true]");
    assertThat(call("unregister_store('eu.sales')")).containsExactly("[false]");
    assertThat(folder.resolve("elsewhere/t/a.jsonl")).exists();
  }

  @Test
  void refreshGivesNothing() {
    orders();

    assertThat(call("refresh('sales.orders')")).isEmpty();
  }

  @Test
  void sparkListsThem() {
    assertThat(column("SHOW PROCEDURES IN " + catalog + ".system")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "calendar('sales.nothing') | NO_SUCH_DATASET | sales.nothing",
        "calendar('flat') | TEMPORAL_CLAUSE_NOT_APPLICABLE | no dates",
        "calendar('not a name') | INVALID_NAME | 'not a name'",
        "gaps('sales.orders', DATE'2024-01-05', DATE'2024-01-01') | INVALID_TEMPORAL_CLAUSE | before the start",
        "calender('sales.orders') | UNSUPPORTED | calendar",
        "register_store('x', '/x', map('partition-scheem', 'mabel')) | INVALID_OPTION | partition-scheme",
      })
  void errorsSayWhatIsWrong(String call, Condition condition, String said) {
    orders();
    lake.file("flat/a.jsonl", "{\"id\":1}\n");

    assertThatThrownBy(() -> call(call))
        .isInstanceOfSatisfying(
            AlmanacException.class, e -> assertThat(e.condition()).isEqualTo(condition))
        .hasMessageContaining(said);
  }
}
