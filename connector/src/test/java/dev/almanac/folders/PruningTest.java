package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.Lake;
import dev.almanac.testing.LakeTest;
import dev.almanac.testing.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files filters, joins, limits and aggregates leave out, and that the rows are right. */
class PruningTest extends SparkTest {

  @TempDir static Path folder;

  private static String catalog;
  private static String orders;

  @BeforeAll
  static void tenDays() {
    catalog = newCatalog();
    openCatalog(catalog, folder);
    spark().conf().set("spark.sql.catalog." + catalog + ".partition-scheme", "mabel");
    for (int day = 1; day <= 10; day++) {
      new Lake(folder)
          .parquet(
              spark(),
              "orders/%s/a.parquet".formatted(LakeTest.day(day)),
              ("SELECT id, id * %d AS price, struct(id AS a, 'x' AS b) AS nested"
                      + " FROM range(100)")
                  .formatted(day));
    }
    orders = catalog + ".orders VERSION AS OF '2024-01-01..2024-01-10'";
  }

  private static String explain(String sql) {
    return rows("EXPLAIN " + sql).get(0).getString(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_date = DATE'2024-01-03' | files: 1 of 10 | 100",
        "_date >= '2024-01-09' | files: 2 of 10 | 200",
        "_date BETWEEN '2024-01-02' AND '2024-01-04' | files: 3 of 10 | 300",
        "_date IN (DATE'2024-01-02', DATE'2024-01-05') | files: 2 of 10 | 200",
        "year(_date) = 2024 AND day(_date) % 2 = 0 | files: 5 of 10 | 500",
        "_date = DATE'2024-01-03' OR _date = DATE'2024-01-04' | files: 2 of 10 | 200",
        "_hour IS NULL | files: 10 | 1000",
        "_hour = 3 | files: 0 of 10 | 0",
        "_metadata.file_name = 'b.parquet' | files: 0 of 10 | 0",
        "_date = DATE'2024-01-03' AND id < 10 | files: 1 of 10 | 10",
        "_date = DATE'2024-01-03' OR id < 10 | files: 10 | 190",
      })
  void hiddenColumnsPrune(String filter, String files, long rows) {
    String sql = "SELECT id FROM " + orders + " WHERE " + filter;

    assertThat(explain(sql)).contains(files);
    assertThat(count(sql)).isEqualTo(rows);
  }

  @Test
  void filtersReachTheFiles() {
    assertThat(explain("SELECT id FROM " + orders + " WHERE price > 5 AND nested.a = 3"))
        .contains("GreaterThan(price,5)")
        .contains("EqualTo(nested.a,3)");
  }

  @Test
  void onlyWantedColumnsAreRead() {
    assertThat(explain("SELECT nested.b FROM " + orders))
        .contains("ReadSchema: struct<nested:struct<b:string>>");
    assertThat(explain("SELECT count(*) FROM " + orders + " WHERE price > 3"))
        .contains("ReadSchema: struct<price:bigint>");
  }

  @Test
  void aJoinOnDatesPrunesWhileTheQueryRuns() {
    spark()
        .sql("SELECT DATE'2024-01-04' AS d, 'x' AS k UNION ALL SELECT DATE'2030-01-01', 'y'")
        .write()
        .mode("overwrite")
        .parquet(folder.resolve("dim").toString());
    spark().read().parquet(folder.resolve("dim").toString()).createOrReplaceTempView("dim");

    Dataset<Row> query =
        spark()
            .sql("SELECT o.id FROM " + orders + " o JOIN dim ON o._date = dim.d WHERE dim.k = 'x'");

    assertThat(query.collectAsList()).hasSize(100);
    String plan = query.queryExecution().executedPlan().toString();
    assertThat(plan).contains("RuntimeFilters: [dynamicpruning");
    assertThat(Metrics.of(query, "filesSelected")).isEqualTo(1);
    assertThat(Metrics.of(query, "filesPruned")).isEqualTo(9);
  }

  @Test
  void aLimitReadsNoMoreThanItNeeds() {
    assertThat(explain("SELECT id FROM " + orders + " LIMIT 3")).contains("PushedLimit: 3");
    assertThat(count("SELECT id FROM " + orders + " LIMIT 3")).isEqualTo(3);
    assertThat(explain("SELECT id FROM " + orders + " WHERE id > 3 LIMIT 3"))
        .doesNotContain("PushedLimit");
  }

  @Test
  void countsAndExtremesComeFromFooters() {
    String sql = "SELECT count(*), min(id), max(price) FROM " + orders;

    assertThat(explain(sql)).contains("PushedAggregation: [count(*), min(id), max(price)]");
    Row row = rows(sql).get(0);
    assertThat(row.getLong(0)).isEqualTo(1000);
    assertThat(row.getLong(1)).isZero();
    assertThat(row.getLong(2)).isEqualTo(990);
  }

  @Test
  void footersAnswerByDayToo() {
    String sql =
        "SELECT _date, count(*) FROM " + orders + " WHERE _date < '2024-01-04' GROUP BY _date";

    assertThat(explain(sql)).contains("PushedAggregation: [count(*) by _date]");
    assertThat(rows(sql)).hasSize(3).allMatch(row -> row.getLong(1) == 100);
  }

  @Test
  void filtersOnDataForbidFooters() {
    String sql = "SELECT count(*) FROM " + orders + " WHERE price > 5";

    assertThat(explain(sql)).doesNotContain("PushedAggregation");
    assertThat(rows(sql).get(0).getLong(0))
        .isEqualTo(
            rows("SELECT count(*) FROM (SELECT price FROM " + orders + ") WHERE price + 0 > 5")
                .get(0)
                .getLong(0));
  }

  @Test
  void equalScansAreReadOnce() {
    String grouped = "(SELECT id, sum(price) AS s FROM " + orders + " GROUP BY id)";
    Dataset<Row> query =
        spark().sql("SELECT * FROM " + grouped + " a JOIN " + grouped + " b ON a.s = b.s");
    query.collectAsList();

    assertThat(query.queryExecution().executedPlan().toString()).contains("ReusedExchange");
  }

  @Test
  void twoDaysOfOneDatasetAreTwoTables() {
    String sql =
        "SELECT a.id, a.price, b.price FROM %s.orders VERSION AS OF '2024-01-02' a JOIN %s.orders VERSION AS OF '2024-01-03' b ON a.id = b.id WHERE a.id = 7"
            .formatted(catalog, catalog);

    Row row = rows(sql).get(0);
    assertThat(row.getLong(1)).isEqualTo(14);
    assertThat(row.getLong(2)).isEqualTo(21);
  }
}
