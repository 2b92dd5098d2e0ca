package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.SharedData;
import dev.almanac.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Facts about the data beside the project, by SQL: the cases of {@code mabel.md}, and those of
 * other implementations over the same files. Each holds whether the scheme is configured or
 * detected.
 */
class SharedFactsTest extends SparkTest {

  private static String partitioned(String scheme) {
    String catalog = newCatalog();
    String keys = "spark.sql.catalog." + catalog + ".";
    spark().conf().set(keys + "location", SharedData.folder("partitioned").toString());
    if (!scheme.isEmpty()) {
      spark().conf().set(keys + "partition-scheme", scheme);
    }
    return catalog;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "framed  | 2021-03-28 | 100000 | 1",
        "framed  | 2021-03-29 | 100000 | 1",
        "framed  | 2021-03-28..2021-03-29 | 200000 | 1",
        "framed  | 2021-03-29..2021-03-30 | 100000 | 1",
        "framed  | 2021-03-28..2021-03-30 | 200000 | 1",
        "hourly  | 2024-01-01 | 2 | 2",
        "hourly  | 2024-01-01T00:00 | 1 | 2",
        "hourly  | 2024-01-01T01:00 | 1 | 2",
        "hourly  | 2023-12-31..2024-01-01 | 2 | 2",
        "hourly  | 2023-12-31..2024-01-01T00:00 | 1 | 2",
        "dated   | 2024-02-03 | 25 | 8",
        "dated   | 2024-02-04 | 25 | 8",
        "dated   | 2024-02-03T12:00 | 25 | 8",
        "dated   | 2024-02-01..2024-02-28 | 50 | 8",
        "dated   | 2024-02-01T00:00..2024-02-28T00:00 | 50 | 8",
        "dated   | 2024-02-03T12:00..2024-02-04T01:00 | 50 | 8",
        "dated   | SINCE 2024-02-04 | 25 | 8",
        "dated   | LATEST | 25 | 8",
        "missions | 2024-03-17 | 357 | 19",
        "missions | LATEST | 357 | 19",
        "unnest_test | 2000-01-01 | 10 | 2",
        "nulls   | 2000-01-01 | - | 5",
      })
  void rowsAndColumns(String dataset, String dates, Long rows, int columns) {
    for (String scheme : List.of("", "mabel")) {
      Dataset<Row> table =
          spark()
              .sql(
                  "SELECT * FROM %s.%s VERSION AS OF '%s'"
                      .formatted(partitioned(scheme), dataset, dates));

      assertThat(table.columns()).as("columns, scheme '%s'", scheme).hasSize(columns);
      if (rows != null) {
        assertThat(table.count()).as("rows, scheme '%s'", scheme).isEqualTo(rows);
      }
    }
  }

  @Test
  void onlyRowsOfTheCompleteFramesAreRead() {
    assertThat(
            column(
                "SELECT DISTINCT test FROM %s.framed VERSION AS OF '2021-03-28..2021-03-30'"
                    .formatted(partitioned(""))))
        .containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({
    "username LIKE 'BBC%', 3",
    "username ILIKE 'bbc%', 3",
    "NOT username LIKE 'BBC%', 21",
    "username RLIKE '^BBC.+', 3",
  })
  void nulls(String filter, long rows) {
    assertThat(
            count(
                "SELECT * FROM %s.nulls VERSION AS OF '2000-01-01' WHERE %s"
                    .formatted(partitioned(""), filter)))
        .isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "framed | 2021-03-30 | NO_COMPLETE_FRAME",
        "empty | 2000-01-01 | NO_COMPLETE_FRAME",
        "framed | 2021-03-31 | NO_DATA_IN_RANGE",
        "hourly | 2024-01-01T02:00 | NO_DATA_IN_RANGE",
        "missions | 2024-03-18 | NO_DATA_IN_RANGE",
        "dated | 2030-01-01..2030-01-31 | NO_DATA_IN_RANGE",
      })
  void emptyReadsAreErrors(String dataset, String dates, Condition condition) {
    for (String scheme : List.of("", "mabel")) {
      String sql =
          "SELECT * FROM %s.%s VERSION AS OF '%s'".formatted(partitioned(scheme), dataset, dates);

      assertThatThrownBy(() -> rows(sql))
          .isInstanceOfSatisfying(
              AlmanacException.class, e -> assertThat(e.condition()).isEqualTo(condition));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "WHERE username = 'BBCNews', 1",
    "WHERE _hour = 12, 1",
    "WHERE _hour = 11, 0",
  })
  void oneSegmentationOfMixedIsRead(String where, long folders) {
    assertThat(
            column(
                "SELECT DISTINCT _metadata.file_path FROM %s.mixed VERSION AS OF '2020-02-03' %s"
                    .formatted(partitioned(""), where)))
        .hasSizeLessThanOrEqualTo((int) folders);
  }

  @Test
  void segmentsWithoutDates() {
    for (String scheme : List.of("", "mabel")) {
      assertThat(count("SELECT * FROM %s.in_segments".formatted(partitioned(scheme))))
          .as("scheme '%s'", scheme)
          .isEqualTo(25);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dated, 50, 8",
    "framed, 600000, 1",
    "in_segments, 25, 8",
  })
  void withoutASchemeAllFilesAreRead(String dataset, long rows, int columns) {
    Dataset<Row> table = spark().sql("SELECT * FROM %s.%s".formatted(partitioned("none"), dataset));

    assertThat(table.columns()).hasSize(columns);
    assertThat(table.count()).isEqualTo(rows);
  }

  @Test
  void framesSayWhy() {
    assertThat(
            column(
                ("SELECT concat_ws(' ', day, frame, state, read) FROM %s.framed.frames"
                        + " ORDER BY day, frame")
                    .formatted(partitioned(""))))
        .containsExactly(
            "2021-03-28 as_at_20210329-154921 chosen true",
            "2021-03-28 as_at_20210329-154952 incomplete false",
            "2021-03-29 as_at_20210329-154921 chosen true",
            "2021-03-29 as_at_20210329-154952 ignored false",
            "2021-03-30 as_at_20210330-154921 ignored false",
            "2021-03-30 as_at_20210330-154952 ignored false");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-29 15:49:21, 2",
    "2021-03-30 00:00:00, 2",
  })
  void framesAsOfAnInstant(String instant, int days) {
    assertThat(
            rows(
                ("SELECT DISTINCT _date FROM %s.framed VERSION AS OF"
                        + " '2021-03-28..2021-03-30 AS OF %s'")
                    .formatted(partitioned(""), instant)))
        .hasSize(days);
  }

  @Test
  void nothingWasKnownBeforeTheFirstFrame() {
    // Outside the assertion: where the data is absent, this skips the test.
    String sql =
        "SELECT * FROM %s.framed VERSION AS OF '2021-03-28 AS OF 2021-03-29 15:49:20'"
            .formatted(partitioned(""));

    assertThatThrownBy(() -> rows(sql))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> assertThat(e.condition()).isEqualTo(Condition.NO_COMPLETE_FRAME));
  }

  @Test
  void tables() {
    assertThat(
            spark().sql("SHOW TABLES IN " + partitioned("")).collectAsList().stream()
                .map(row -> row.getString(1)))
        .contains("dated", "framed", "hourly", "in_segments", "missions", "mixed", "nulls")
        .noneMatch(
            name -> name.contains("year_") || name.contains("as_at") || name.contains("by_"));
  }
}
