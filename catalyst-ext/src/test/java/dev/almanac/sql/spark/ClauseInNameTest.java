package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clause where a name alone can stand: {@code spark.table("t FOR TODAY")}. */
class ClauseInNameTest extends SqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          lake.t FOR '2022-05-01'                --> "versionAsOf", "2022-05-01").table("lake.t")
          lake.t for last 7 days                 --> "versionAsOf", "LAST 7 DAYS").table("lake.t")
          lake.`a b` FOR LATEST                  --> "versionAsOf", "LATEST").table("lake.`a b`")
          lake.t FOR DATES BETWEEN '2022-05-01' AND TODAY --> "versionAsOf", "2022-05-01..TODAY").table("lake.t")
          lake.t FOR TOMORROW                    --> "versionAsOf", dates).table("lake.t")
          lake.t FOR :day                        --> "versionAsOf", dates).table("lake.t")
          """)
  void saysWhatToWrite(String name, String way) {
    ParseException error = catchThrowableOfType(ParseException.class, () -> spark.table(name));

    assertThat(error.getCondition()).isEqualTo("ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE");
    assertThat(error.getSqlState()).isEqualTo("42809");
    assertThat(error)
        .hasMessageContaining("Cannot read a table named " + name + ": ")
        .hasMessageContaining("Write spark.read.option(" + way)
        .hasMessageContaining("or spark.sql(\"SELECT * FROM " + name + "\").")
        .hasMessageContaining("== SQL ==\n" + name);
  }

  @Test
  void theWayThatItNamesIsOne() {
    assertThat(rows(spark.read().option("versionAsOf", "2022-05-01..TODAY").table("lake.t")))
        .isEqualTo(rows("SELECT * FROM lake.t FOR DATES BETWEEN '2022-05-01' AND TODAY"));
  }

  @Test
  void soDoOtherPlacesOfNames() {
    assertThatThrownBy(() -> spark.catalog().cacheTable("lake.t FOR TODAY"))
        .hasMessageContaining("a clause is SQL, and no part of a name");
    assertThatThrownBy(() -> parser().parseTableIdentifier("t FOR TODAY"))
        .hasMessageContaining("a clause is SQL, and no part of a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "lake.", "lake.t x", "FOR TODAY x y", "lake.t FORTY", "a b FOR"})
  void otherErrorsAreSparks(String name) {
    assertThatThrownBy(() -> spark.table(name))
        .isExactlyInstanceOf(ParseException.class)
        .hasMessageNotContaining("ALMANAC");
  }
}
