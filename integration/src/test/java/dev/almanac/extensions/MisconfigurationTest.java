package dev.almanac.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.testing.Lake;
import java.nio.file.Path;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Sessions that lack a line of configuration: the error has the line. */
@Tag("own-session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MisconfigurationTest {

  static final String CLASS = "dev.almanac.catalog.AlmanacCatalog";

  private Path folder;
  SparkSession spark;

  /** Whether the session has the extension. */
  abstract SparkSession.Builder configured(SparkSession.Builder builder);

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    spark =
        configured(
                SparkSession.builder()
                    .master("local[2]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString()))
            .getOrCreate();
    new Lake(folder).file("orders/year_2024/month_01/day_01/a.jsonl", "{\"id\": 1}\n");
  }

  @BeforeEach
  void configure() {
    CollectionConverters.asJava(spark.conf().getAll()).keySet().stream()
        .filter(key -> key.startsWith("spark.sql.catalog."))
        .forEach(spark.conf()::unset);
    set("lake", CLASS);
    set("lake.location", folder.toString());
  }

  void without(String key) {
    spark.conf().unset("spark.sql.catalog." + key);
  }

  void set(String key, String value) {
    spark.conf().set("spark.sql.catalog." + key, value);
  }

  @AfterAll
  void stop() {
    spark.stop();
  }

  void misconfigured(String sql, String... said) {
    Throwable error = catchThrowable(() -> spark.sql(sql).collectAsList());
    assertThat(error).as(sql).isInstanceOf(SparkThrowable.class).hasMessageContainingAll(said);
    assertThat(((SparkThrowable) error).getCondition())
        .as(error.getMessage())
        .isEqualTo("ALMANAC_MISCONFIGURED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.almanac.catalog.AlmanacCatlog",
        "dev.almanac.AlmanacCatalog",
        "dev.alamanc.catalog.AlmanacCatalog",
        "AlmanacCatalog",
      })
  void aMistypedClassIsNamed(String name) {
    set("typo", name);

    for (String sql :
        new String[] {
          "SELECT * FROM typo.orders",
          "SELECT * FROM typo.orders VERSION AS OF '2024-01-01'",
          "SHOW TABLES IN typo",
          "USE typo",
          "CALL typo.system.stores()",
        }) {
      misconfigured(sql, "no class " + name, "--conf spark.sql.catalog.typo=" + CLASS);
    }
  }

  @Test
  void keysWithoutTheirCatalogAreFound() {
    set("keys.store.sales.location", folder.toString());

    for (String sql :
        new String[] {
          "SELECT * FROM keys.sales.orders", "SHOW TABLES IN keys", "DESCRIBE keys.sales.orders"
        }) {
      misconfigured(
          sql,
          "spark.sql.catalog.keys.store.sales.location is set",
          "--conf spark.sql.catalog.keys=" + CLASS);
    }
  }

  @Test
  void whatIsNotOursIsLeftToSpark() {
    set("other", "org.example.OtherCatalog");

    assertThatThrownBy(() -> spark.sql("SELECT * FROM other.t"))
        .hasMessageContaining("org.example.OtherCatalog")
        .hasMessageNotContaining("ALMANAC");
    assertThatThrownBy(() -> spark.sql("SELECT * FROM nowhere.t"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    assertThatThrownBy(() -> spark.sql("SELEC 1 FROM t FOR TODAY"))
        .hasMessageContaining("PARSE_SYNTAX_ERROR");
    assertThat(spark.sql("SELECT substring('abc' FROM 1 FOR 2)").first().getString(0))
        .isEqualTo("ab");
  }

  @Test
  void versionAsOfNeedsNoExtension() {
    assertThat(spark.sql("SELECT id FROM lake.orders VERSION AS OF '2024-01-01'").first())
        .extracting(Row::toString)
        .isEqualTo("[1]");
  }
}
