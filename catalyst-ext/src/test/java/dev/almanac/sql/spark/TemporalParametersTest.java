package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters in clauses, beside those that Spark puts in. */
class TemporalParametersTest extends SqlTest {

  static Stream<Arguments> points() {
    return Stream.of(
        Arguments.of("2022-05-01", "2022-05-01"),
        Arguments.of("2022-05-01 12:00", "2022-05-01T12:00"),
        Arguments.of("today", "TODAY"),
        Arguments.of(LocalDate.of(2022, 5, 1), "2022-05-01"),
        Arguments.of(Date.valueOf("2022-05-01"), "2022-05-01"),
        Arguments.of(Instant.parse("2022-05-01T10:00:00Z"), "2022-05-01T10:00Z"),
        Arguments.of(Timestamp.from(Instant.parse("1969-05-01T10:00:00Z")), "1969-05-01T10:00Z"),
        Arguments.of(LocalDateTime.parse("2022-05-01T10:00:00"), "2022-05-01T10:00"));
  }

  @ParameterizedTest
  @MethodSource("points")
  void areStringsDatesOrTimestamps(Object value, String version) {
    assertThat(rows("SELECT version FROM lake.t FOR :day", Map.of("day", value)))
        .containsExactly(version);
    assertThat(rows("SELECT version FROM lake.t FOR ?", value)).containsExactly(version);
  }

  @Test
  void mayBeAnyPointOfAClause() {
    assertThat(
            rows(
                "SELECT version FROM lake.t FOR DATES BETWEEN :from AND :to",
                Map.of("from", "2022-05-01", "to", LocalDate.of(2022, 5, 3))))
        .containsExactly("2022-05-01..2022-05-03");
    assertThat(rows("SELECT version FROM lake.t FOR DATES SINCE ?", "2022-05-01"))
        .containsExactly("SINCE 2022-05-01");
    assertThat(
            rows(
                "SELECT version FROM lake.t x FOR ? TIMESTAMP AS OF ?",
                "2022-05-01",
                Instant.parse("2022-05-03T10:00:00Z")))
        .containsExactly("2022-05-01 AS OF 2022-05-03T10:00:00Z");
  }

  @Test
  void keepTheOrderOfTheOthers() {
    assertThat(
            rows(
                "SELECT ? AS first, version, ? AS last FROM lake.t FOR ? WHERE '?' = ?",
                "a",
                "b",
                "2022-05-01",
                "?"))
        .containsExactly("a | 2022-05-01 | b");
    assertThat(
            rows(
                "SELECT x.version, y.version, ? FROM lake.t FOR ? x, lake.t y FOR ? WHERE x.id = ?",
                "a",
                "2022-05-01",
                "2022-05-02",
                1))
        .containsExactly("2022-05-01 | 2022-05-02 | a");
  }

  @Test
  void standBesideNamedOnes() {
    assertThat(
            rows(
                "SELECT version, :x AS x FROM lake.t FOR :day o WHERE :id = o.id AND :day < 'z'",
                Map.of("x", "FOR TODAY", "day", "2022-05-01", "id", 1)))
        .containsExactly("2022-05-01 | FOR TODAY");
    assertThat(
            rows(
                "SELECT version FROM IDENTIFIER(:t) FOR :day",
                Map.of("t", "lake.`t t`", "day", "2022-05-01")))
        .containsExactly("2022-05-01");
  }

  @Test
  void comeFromExecuteImmediate() {
    assertThat(
            rows(
                "EXECUTE IMMEDIATE 'SELECT version, ? FROM lake.t FOR ?' USING 'a', DATE '2022-05-01'"))
        .containsExactly("2022-05-01 | a");
    assertThat(
            rows(
                "EXECUTE IMMEDIATE 'SELECT version FROM lake.t FOR :d WHERE id = :i'"
                    + " USING 1 AS i, '2022-05-01' AS d"))
        .containsExactly("2022-05-01");
    assertThat(rows("EXECUTE IMMEDIATE 'SELECT version FROM lake.t FOR TODAY'"))
        .containsExactly("TODAY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          2022-02-30   --> '2022-02-30' is impossible
          TOMORROW     --> a date is expected, not TOMORROW; did you mean TODAY? A
          LAST 7 DAYS  --> a date is expected, not LAST. A
          """)
  void refusesOtherText(String value, String reason) {
    assertThatThrownBy(() -> rows("SELECT version FROM lake.t FOR :day", Map.of("day", value)))
        .isInstanceOf(TemporalParseException.class)
        .hasMessageContaining(
            "Cannot read the clause FOR :day: the parameter :day is '" + value + "': " + reason);
  }

  @Test
  void refusesOtherTypes() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("day", null);

    assertThatThrownBy(() -> rows("SELECT version FROM lake.t FOR :day", Map.of("day", 20220501)))
        .hasMessageContaining("the parameter :day is of type INT");
    assertThatThrownBy(() -> rows("SELECT version FROM lake.t FOR :day", nothing))
        .hasMessageContaining("the parameter :day is NULL");
    assertThatThrownBy(() -> rows("SELECT version, ? FROM lake.t FOR ?", "a"))
        .isInstanceOf(TemporalParseException.class)
        .hasMessageContaining("the parameter ? has no value")
        .hasMessageContaining("(line 1, pos 30)");
  }

  /** The parameter is not in the clause, so that it is Spark's error, but about the user's text. */
  @Test
  void reportsUnboundOnesInTheUsersText() {
    assertThatThrownBy(
            () -> rows("SELECT version FROM lake.t FOR TODAY WHERE id = :id", Map.of("x", 1)))
        .isInstanceOfSatisfying(
            AnalysisException.class,
            error -> {
              assertThat(error.getCondition()).isEqualTo("UNBOUND_SQL_PARAMETER");
              assertThat(error.getQueryContext()[0].fragment()).isEqualTo(":id");
              assertThat(error.getQueryContext()[0].startIndex()).isEqualTo(48);
            });
  }

  @Test
  void replacesVariablesFirst() {
    spark.conf().set("my.day", "2022-05-01");

    assertThat(rows("SELECT version, '${my.day}' FROM lake.t FOR '${my.day}'"))
        .containsExactly("2022-05-01 | 2022-05-01");
  }

  @Test
  void followsTheOldWayOfParameters() {
    String legacy = "spark.sql.legacy.parameterSubstitution.constantsOnly";
    spark.conf().set(legacy, "true");
    try {
      assertThat(
              rows(
                  "SELECT version FROM lake.t FOR :day WHERE id = :id",
                  Map.of("day", "2022-05-01", "id", 1)))
          .containsExactly("2022-05-01");
      assertThatThrownBy(() -> rows("SELECT version FROM lake.t FOR ?", "2022-05-01"))
          .hasMessageContaining("a clause takes named parameters only");
    } finally {
      spark.conf().unset(legacy);
    }
  }

  private static List<String> rows(String sql, Map<String, Object> values) {
    return rows(spark.sql(sql, values));
  }

  private static List<String> rows(String sql, Object... values) {
    return rows(spark.sql(sql, values));
  }
}
