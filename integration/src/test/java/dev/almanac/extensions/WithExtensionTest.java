package dev.almanac.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacExtensions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension, by its setting. */
class WithExtensionTest extends MisconfigurationTest {

  @Override
  SparkSession.Builder configured(SparkSession.Builder builder) {
    return builder.config("spark.sql.extensions", AlmanacExtensions.class.getName());
  }

  @Test
  void theClauseIsRead() {
    assertThat(spark.sql("SELECT id FROM lake.orders FOR '2024-01-01'").first().getLong(0))
        .isEqualTo(1);
    assertThat(spark.sql("CREATE TABLE lake.orders (id STRING)").count()).isZero();
    assertThat(spark.sql("DROP TABLE lake.orders").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM lakes.orders FOR '2024-01-01'",
        "SELECT * FROM lakes.sales.orders FOR LAST 7 DAYS",
        "SELECT * FROM lake.orders FOR TODAY AS a, lakes.sales.orders FOR TODAY AS b",
      })
  void aClauseOnACatalogThatIsNotThereNamesTheLinesForIt(String sql) {
    misconfigured(
        sql,
        "no catalog lakes",
        "--conf spark.sql.catalog.lakes=" + CLASS,
        "--conf spark.sql.catalog.lakes.location=");
  }

  /** As in a session that was started with the extension alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM lakes.sales.orders",
        "SELECT count(*) FROM (SELECT * FROM lakes.sales.orders) x",
        "SHOW TABLES IN lakes",
        "SHOW TABLES IN lakes.sales",
        "CALL lakes.system.stores()",
      })
  void withoutAnyCatalogTheLinesForItAreNamedWithoutAClauseToo(String sql) {
    without("lake");
    without("lake.location");

    misconfigured(
        sql,
        "no catalog lakes",
        "--conf spark.sql.catalog.lakes=" + CLASS,
        "--conf spark.sql.catalog.lakes.location=");
    assertThatThrownBy(() -> spark.sql("SELECT * FROM nowhere.t"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    assertThat(spark.sql("SHOW TABLES IN default").count()).isZero();
    assertThat(spark.sql("SHOW TABLES").count()).isZero();
    assertThat(spark.sql("DROP TABLE IF EXISTS nowhere.t").count()).isZero();
  }
}
