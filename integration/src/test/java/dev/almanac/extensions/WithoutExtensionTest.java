package dev.almanac.extensions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalog, and no extension. */
class WithoutExtensionTest extends MisconfigurationTest {

  @Override
  SparkSession.Builder configured(SparkSession.Builder builder) {
    return builder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM lake.orders FOR '2024-01-01'",
        "SELECT * FROM lake.orders o FOR LAST 7 DAYS WHERE id = 1",
        "SELECT a.id FROM lake.orders FOR TODAY AS a JOIN lake.orders FOR YESTERDAY AS b ON a.id = b.id",
        "CREATE TEMPORARY VIEW v AS SELECT * FROM lake.orders FOR TODAY",
        "EXPLAIN SELECT * FROM lake.orders FOR LATEST",
      })
  void aClauseNamesTheLineForTheExtension(String sql) {
    misconfigured(
        sql,
        "Cannot read the clause FOR ",
        "without Almanac's SQL extension",
        "--conf spark.sql.extensions=dev.almanac.AlmanacExtensions",
        "== SQL ==");
  }

  @Test
  void aClauseWithParametersToo() {
    assertThatThrownBy(
            () -> spark.sql("SELECT * FROM lake.orders FOR :day", Map.of("day", "2024-01-01")))
        .hasMessageContaining("spark.sql.extensions=dev.almanac.AlmanacExtensions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE lake.orders (id BIGINT)",
        "CREATE TABLE IF NOT EXISTS lake.orders (id BIGINT)",
        "CREATE OR REPLACE TABLE lake.orders (id BIGINT)",
      })
  void soDoesADeclarationOfColumns(String sql) {
    misconfigured(sql, "lake.orders", "--conf spark.sql.extensions=dev.almanac.AlmanacExtensions");
  }
}
