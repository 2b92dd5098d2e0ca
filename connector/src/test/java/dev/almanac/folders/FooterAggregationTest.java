package dev.almanac.folders;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.Lake;
import dev.almanac.testing.LakeTest;
import dev.almanac.testing.SparkTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Aggregates that footers answer give what reading the rows gives, for values that statistics are
 * known to get wrong: no values at all, NaN, negative zero, long texts, empty files, columns that
 * some files lack or have in a narrower type.
 */
class FooterAggregationTest extends SparkTest {

  private static final List<String> FORMATS = List.of("parquet", "orc", "mixed");

  private static final List<String> COLUMNS =
      List.of(
          "tiny",
          "small",
          "i",
          "big",
          "f",
          "d",
          "flag",
          "text",
          "bytes",
          "day",
          "at",
          "at_ntz",
          "money",
          "wide",
          "none",
          "late",
          "grown",
          "nested.a");

  private static final String ROWS =
      """
      SELECT CAST(id - 3 AS TINYINT) AS tiny, CAST(id * 100 AS SMALLINT) AS small,
        CAST(IF(id = 2, NULL, -id) AS INT) AS i, id * 10000000000 AS big,
        CAST(CASE id WHEN 1 THEN 'NaN' WHEN 2 THEN '-0.0' ELSE CAST(id AS STRING) END AS FLOAT) AS f,
        CAST(CASE id WHEN 0 THEN '-0.0' WHEN 1 THEN '0.0' WHEN 4 THEN 'NaN' ELSE CAST(-id AS STRING) END AS DOUBLE) AS d,
        id %% 2 = 0 AS flag,
        CASE id WHEN 1 THEN '' WHEN 2 THEN repeat('z', 5000) WHEN 3 THEN repeat('é', 40)
          ELSE concat('t', id) END AS text,
        CAST(repeat('b', CAST(id AS INT)) AS BINARY) AS bytes,
        date_add(DATE'1960-01-01', CAST(id * 9000 AS INT)) AS day,
        timestamp_micros(id * 1000000000000001 - 5) AS at,
        TIMESTAMP_NTZ'1969-12-31 23:59:59.999999' + make_interval(0, 0, 0, CAST(id AS INT)) AS at_ntz,
        CAST(id * 1.25 AS DECIMAL(9, 2)) AS money,
        CAST(concat('-1234567890123456789012345678', id) AS DECIMAL(38, 4)) AS wide,
        CAST(NULL AS STRING) AS none,
        CAST(id AS %s) AS grown, struct(id AS a, 'x' AS b) AS nested %s
      FROM range(%d, %d) SORT BY id
      """;

  @TempDir static Path folder;

  private static String catalog;

  @BeforeAll
  static void threeDays() {
    catalog = newCatalog();
    openCatalog(catalog, folder);
    for (String format : FORMATS) {
      write(format, format.equals("mixed") ? "orc" : format, 1, rows("INT", "", 0, 3));
      write(format, format.equals("mixed") ? "parquet" : format, 2, rows("INT", "", 0, 0));
      write(
          format,
          format.equals("mixed") ? "parquet" : format,
          3,
          rows("BIGINT", ", CAST(id AS STRING) AS late", 3, 6));
    }
  }

  private static String rows(String grown, String late, int from, int to) {
    return ROWS.formatted(grown, late, from, to);
  }

  private static void write(String table, String format, int day, String sql) {
    new Lake(folder).write(spark(), format, table + "/" + LakeTest.day(day) + "/a." + format, sql);
  }

  private static String table(String name) {
    return "%s.%s VERSION AS OF '2024-01-01..2024-01-03'".formatted(catalog, name);
  }

  private static String explain(String sql) {
    return rows("EXPLAIN " + sql).get(0).getString(0);
  }

  static List<String> formats() {
    return FORMATS;
  }

  /** The columns, by what is asked of each. */
  private static String select(List<String> columns) {
    return columns.stream()
        .map(column -> "count(%1$s), min(%1$s), max(%1$s)".formatted(column))
        .collect(joining(", ", "count(*), ", ""));
  }

  /** All at once, and distinct rows counted too: so none of it can be pushed. */
  private static List<Row> byRows(String select, String format, String groups) {
    String rows = "(SELECT *, _date, monotonically_increasing_id() AS n FROM %s)";
    String sql =
        "SELECT " + select + ", count(DISTINCT n) FROM " + rows.formatted(table(format)) + groups;
    assertThat(explain(sql)).doesNotContain("PushedAggregation");
    return rows(sql);
  }

  /**
   * Compares what one column's query gave with the part about that column in the other.
   *
   * @param keys how many values stand before those of the first column in both
   */
  private static void assertSame(
      String column, List<Row> actual, List<Row> expected, int keys, int index) {
    assertThat(actual).as(column).hasSameSizeAs(expected);
    for (int row = 0; row < actual.size(); row++) {
      for (int i = 0; i < keys + 3; i++) {
        int other = i < keys ? i : i + 3 * index;
        assertThat(text(actual.get(row), i))
            .as("%s, row %d, value %d", column, row, i)
            .isEqualTo(text(expected.get(row), other));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void areWhatTheRowsGive(String format) {
    List<Row> expected = byRows(select(COLUMNS), format, "");

    assertThat(expected.get(0).getLong(0)).isEqualTo(6);
    for (int i = 0; i < COLUMNS.size(); i++) {
      String column = COLUMNS.get(i);
      String sql = "SELECT " + select(List.of(column)) + " FROM " + table(format);
      assertSame(column, rows(sql), expected, 1, i);
    }
  }

  /** A day without rows is no group. */
  @ParameterizedTest
  @MethodSource("formats")
  void areWhatTheRowsGiveByDay(String format) {
    List<String> columns = List.of("i", "f", "text", "none", "late");
    String groups = " GROUP BY _date ORDER BY _date";
    List<Row> expected = byRows("_date, " + select(columns), format, groups);

    assertThat(expected).hasSize(2);
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      String sql = "SELECT _date, " + select(List.of(column)) + " FROM " + table(format) + groups;
      assertSame(column, rows(sql), expected, 2, i);
    }
  }

  @Test
  void ofFilesWithoutRowsAreZeroAndNull() {
    for (String format : FORMATS) {
      String sql =
          "SELECT count(*), count(i), max(i) FROM %s.%s VERSION AS OF '2024-01-02'"
              .formatted(catalog, format);

      assertThat(rows(sql).toString()).as(format).isEqualTo("[[0,0,null]]");
      assertThat(rows(sql + " GROUP BY _date")).as(format).isEmpty();
    }
  }

  private static String text(Row row, int column) {
    if (row.get(column) instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    // Of zeros, which are equal whatever their sign, Spark gives whichever it saw first.
    return String.valueOf(row.get(column)).replaceFirst("^-0\\.0$", "0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parquet | count(*), min(i), max(i), min(day), max(big), count(i)",
        "orc | count(*), min(i), max(i), min(day), max(big), count(i)",
        "mixed | count(*), min(i), max(i)",
      })
  void comeFromFooters(String format, String aggregates) {
    assertThat(explain("SELECT " + aggregates + " FROM " + table(format)))
        .contains("PushedAggregation: [" + aggregates + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(i) | ",
        "avg(i) | ",
        "count(DISTINCT i) | ",
        "max(i) FILTER (WHERE big > 3) | ",
        "max(i + 1) | ",
        "count(*) | WHERE i > 3",
        "count(*) | WHERE rand() > 0.5",
        "count(*) | GROUP BY i",
      })
  void areReadFromRowsWhereFootersCannotTell(String aggregate, String rest) {
    assertThat(
            explain(
                "SELECT %s FROM %s %s"
                    .formatted(aggregate, table("parquet"), rest == null ? "" : rest)))
        .doesNotContain("PushedAggregation");
  }

  @Test
  void ofNoFilesAreZeroAndNull() {
    Row row =
        rows("SELECT count(*), count(i), max(i) FROM %s WHERE _date = DATE'2024-01-09'"
                .formatted(table("parquet")))
            .get(0);

    assertThat(row.toString()).isEqualTo("[0,0,null]");
  }
}
