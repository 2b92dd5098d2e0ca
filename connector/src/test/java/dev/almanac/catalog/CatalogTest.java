package dev.almanac.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.Almanac;
import dev.almanac.AlmanacException;
import dev.almanac.testing.Lake;
import dev.almanac.testing.LakeTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalog as users see it in SQL. */
class CatalogTest extends LakeTest {

  @TempDir Path other;

  @BeforeEach
  void fill() {
    lake.file("planets/a.jsonl", "{\"id\":1,\"name\":\"Mercury\"}\n")
        .file("sales/orders/" + day(1) + "/as_at_1/a.jsonl", "{\"id\":1}\n")
        .mark("sales/orders/" + day(1) + "/as_at_1/frame.complete")
        .file("sales/eu/returns/" + day(1) + "/by_hour/hour=01/a.jsonl", "{\"id\":1}\n")
        .file("by_product/clicks/a.jsonl", "{\"id\":1}\n")
        .file("as_at_home/a.jsonl", "{\"id\":1}\n")
        .file("_hidden/x/a.jsonl", "{\"id\":1}\n");
  }

  private List<String> tables(String namespace) {
    return rows("SHOW TABLES IN " + namespace).stream()
        .map(
            row ->
                row.getString(0).isEmpty()
                    ? row.getString(1)
                    : row.getString(0) + "." + row.getString(1))
        .toList();
  }

  @Test
  void tablesAreTheDatasetsAtAnyDepth() {
    assertThat(tables(catalog))
        .containsExactlyInAnyOrder(
            "planets", "sales.orders", "sales.eu.returns", "by_product.clicks", "as_at_home");
    assertThat(tables(catalog + ".sales"))
        .containsExactlyInAnyOrder("sales.orders", "sales.eu.returns");
    assertThat(tables(catalog + ".sales.eu")).containsExactly("sales.eu.returns");
  }

  @Test
  void namespacesAreFoldersOfDatasets() {
    assertThat(column("SHOW NAMESPACES IN " + catalog)).containsExactly("by_product", "sales");
    assertThat(column("SHOW NAMESPACES IN " + catalog + ".sales")).containsExactly("sales.eu");
    assertThatThrownBy(() -> rows("SHOW TABLES IN " + catalog + ".nowhere"))
        .hasMessageContaining("nowhere");
  }

  @Test
  void aStoreIsRegisteredInSql() {
    new Lake(other).file("returns/a.jsonl", "{\"id\":7}\n");

    rows(
        "CREATE NAMESPACE %s.shop.eu LOCATION '%s' WITH DBPROPERTIES ('partition-scheme'='none', 'hadoop.fs.s3a.secret.key'='hush')"
            .formatted(catalog, other));

    assertThat(column("SELECT id FROM " + catalog + ".shop.eu.returns")).containsExactly("7");
    assertThat(column("SHOW NAMESPACES IN " + catalog)).contains("shop");
    assertThat(tables(catalog + ".shop")).containsExactly("shop.eu.returns");
    assertThat(rows("DESCRIBE NAMESPACE EXTENDED " + catalog + ".shop.eu").toString())
        .contains("partition-scheme,none")
        .contains(other.toString())
        .doesNotContain("hush");

    rows("DROP NAMESPACE " + catalog + ".shop.eu");
    assertThat(other.resolve("returns/a.jsonl")).exists();
    assertThatThrownBy(() -> rows("SELECT id FROM " + catalog + ".shop.eu.returns"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void aStoreIsRegisteredTwiceOnlyIfThatIsSaid() {
    String create = "CREATE NAMESPACE %s" + catalog + ".shop LOCATION '" + other + "'";
    rows(create.formatted(""));

    rows(create.formatted("IF NOT EXISTS "));
    assertThatThrownBy(() -> rows(create.formatted(""))).hasMessageContaining("already exists");
  }

  @Test
  void aStoreIsRegisteredInJava() {
    new Lake(other).file("returns/a.jsonl", "{\"id\":7}\n");

    Almanac.registerStore(spark(), catalog, "shop", Map.of("location", other.toString()));

    assertThat(column("SELECT id FROM " + catalog + ".shop.returns")).containsExactly("7");
    assertThat(Almanac.unregisterStore(spark(), catalog, "shop")).isTrue();
    assertThat(Almanac.unregisterStore(spark(), catalog, "shop")).isFalse();
    assertThatThrownBy(() -> Almanac.registerStore(spark(), "spark_catalog", "x", Map.of()))
        .hasMessageContaining("is not Almanac's");
  }

  @Test
  void aStoreIsRegisteredByConfigurationWhileTheCatalogRuns() {
    new Lake(other).file("returns/a.jsonl", "{\"id\":7}\n");
    assertThat(count("SELECT * FROM " + catalog + ".planets")).isEqualTo(1);

    set("store.shop.location", other.toString());
    assertThat(column("SELECT id FROM " + catalog + ".shop.returns")).containsExactly("7");

    set("store.shop.locatoin", "x");
    assertThatThrownBy(() -> rows("SELECT id FROM " + catalog + ".planets"))
        .hasMessageContaining("ALMANAC_INVALID_OPTION")
        .hasMessageContaining("store.shop.locatoin")
        .hasMessageContaining("did you mean location?");
    spark().conf().unset("spark.sql.catalog." + catalog + ".store.shop.locatoin");

    spark().conf().unset("spark.sql.catalog." + catalog + ".store.shop.location");
    assertThatThrownBy(() -> rows("SELECT id FROM " + catalog + ".shop.returns"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void aDateColumnThatIsNotThereIsNamed() {
    lake.file("hive/when=2024-01-01/a.jsonl", "{\"id\":1}\n");
    set("date-column", "wehn");

    for (String sql :
        List.of(
            "SELECT * FROM %s.hive VERSION AS OF '2024-01-01'",
            "SELECT * FROM %s.hive", "DESCRIBE %s.hive", "SELECT * FROM %s.hive.days")) {
      assertThatThrownBy(() -> rows(sql.formatted(catalog)))
          .isInstanceOf(AlmanacException.class)
          .hasMessageContaining("date-column is 'wehn', and the dates of its folders are in when.");
    }
  }

  @Test
  void aStoresDateColumnIsNotForDatasetsWithoutDates() {
    lake.file("hive/region=eu/a.jsonl", "{\"id\":1}\n");
    set("date-column", "booked");

    assertThat(count("SELECT * FROM " + catalog + ".hive")).isEqualTo(1);
    assertThatThrownBy(
            () -> rows("SELECT * FROM %s.hive VERSION AS OF '2024-01-01'".formatted(catalog)))
        .hasMessageContaining("date-column is 'booked'")
        .hasMessageContaining("name the key of the folders that are dates");
  }

  @Test
  void aLocationThatIsNotThereIsNamed() {
    set("store.shop.location", other.resolve("nowhere").toString());

    for (String sql :
        List.of("SELECT * FROM %s.shop.t", "SELECT * FROM %s.shop.t VERSION AS OF '2024-01-01'")) {
      assertThatThrownBy(() -> rows(sql.formatted(catalog)))
          .hasMessageContaining("store shop")
          .hasMessageContaining("/nowhere does not exist")
          .hasMessageContaining("spark.sql.catalog." + catalog + ".store.shop.location");
    }
    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".nothing"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void sessionsHaveStoresOfTheirOwn() {
    Almanac.registerStore(spark(), catalog, "shop", Map.of("location", folder.toString()));
    SparkSession second = spark().newSession();
    String key = "spark.sql.catalog." + catalog;
    second.conf().set(key, AlmanacCatalog.class.getName());
    second.conf().set(key + ".location", folder.toString());

    assertThat(rows("SHOW NAMESPACES IN " + catalog).toString()).contains("shop");
    assertThat(second.sql("SHOW NAMESPACES IN " + catalog).collectAsList().toString())
        .doesNotContain("shop");
  }

  @Test
  void aSessionsCatalogIsFoundWhileAnotherIsTheActiveOne() {
    SparkSession second = spark().newSession();
    String key = "spark.sql.catalog." + catalog + "x";
    second.conf().set(key, AlmanacCatalog.class.getName());
    second.conf().set(key + ".location", folder.toString());
    SparkSession before = SparkSession.active();

    Almanac.registerStore(second, catalog + "x", "shop", Map.of("location", folder.toString()));

    assertThat(SparkSession.active()).isSameAs(before).isNotSameAs(second);
    assertThat(second.sql("SHOW NAMESPACES IN " + catalog + "x").collectAsList().toString())
        .contains("shop");
  }

  @Test
  void describeTellsColumnsDatesAndPlace() {
    rows("USE " + catalog);
    List<String> extended =
        rows("DESCRIBE EXTENDED sales.orders").stream()
            .map(row -> row.getString(0) + "=" + row.getString(1))
            .toList();
    rows("USE spark_catalog.default");

    assertThat(extended).contains("id=bigint", "_date=date", "_frame=string");
    String properties =
        rows("SHOW TBLPROPERTIES " + catalog + ".planets").stream()
            .map(Row::toString)
            .toList()
            .toString();
    assertThat(properties).contains("[partition-scheme,none]", "[files,1]", "[formats,json]");
    assertThat(column("SHOW COLUMNS IN " + catalog + ".planets")).containsExactly("id", "name");
  }

  @Test
  void refreshForgetsTheSchemeAndColumns() throws Exception {
    assertThat(count("SELECT * FROM " + catalog + ".planets")).isEqualTo(1);
    Files.delete(folder.resolve("planets/a.jsonl"));
    lake.file("planets/" + day(3) + "/a.jsonl", "{\"other\":1}\n");

    rows("REFRESH TABLE " + catalog + ".planets");

    assertThat(column("SELECT other FROM " + catalog + ".planets VERSION AS OF '2024-01-03'"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE TABLE %s.new (a INT), Cannot create",
    "DROP TABLE %s.planets, Cannot drop",
    "ALTER TABLE %s.planets ADD COLUMN b INT, Cannot alter",
    "DROP NAMESPACE %s.sales CASCADE, Cannot drop the folder",
    "INSERT INTO %s.planets VALUES (1; 'x'), does not support append",
  })
  void nothingChangesData(String sql, String said) {
    assertThatThrownBy(() -> rows(sql.replace(';', ',').formatted(catalog)))
        .hasMessageContaining(said);
    assertThat(folder.resolve("planets/a.jsonl")).exists();
  }

  @Test
  void existenceIsToldWithoutAnError() {
    assertThat(spark().catalog().tableExists(catalog + ".planets")).isTrue();
    assertThat(spark().catalog().tableExists(catalog + ".planet")).isFalse();
    assertThat(spark().catalog().tableExists(catalog + ".sales")).isFalse();
  }

  @Test
  void filesAreReadByPathWhileOurCatalogIsTheCurrentOne() {
    rows("USE " + catalog);
    long found = count("SELECT * FROM json.`" + folder.resolve("planets") + "`");
    rows("USE spark_catalog.default");

    assertThat(found).isEqualTo(1);
  }

  @Test
  void tablesAboutADataset() {
    String orders = catalog + ".sales.orders";
    lake.file("sales/orders/" + day(1) + "/as_at_2/b.jsonl", "{\"id\":2}\n")
        .file("sales/orders/" + day(2) + "/b.jsonl", "{\"id\":2}\n{\"id\":3}\n");

    assertThat(rows("SELECT day, state, files, frames FROM " + orders + ".days").toString())
        .isEqualTo("[[2024-01-01,read,1,2], [2024-01-02,read,1,0]]");
    assertThat(rows("SELECT superseded, incomplete, ignored FROM " + orders + ".days").toString())
        .isEqualTo("[[0,1,0], [0,0,0]]");
    assertThat(rows("SELECT frame, state, reason FROM " + orders + ".frames").toString())
        .isEqualTo(
            "[[as_at_2,incomplete,no frame.complete], [as_at_1,chosen,complete and the newest such]]");
    assertThat(column("SELECT format FROM " + orders + ".files WHERE day = DATE'2024-01-02'"))
        .containsExactly("json");
    assertThat(count("SELECT * FROM " + orders + ".days VERSION AS OF '2024-01-02'")).isEqualTo(1);
    assertThat(count("SELECT * FROM " + orders + ".files VERSION AS OF '2024-01-02'")).isEqualTo(1);
  }

  @Test
  void tablesAboutADatasetWithoutDatesAreTheSameBeforeItIsReadAndAfter() {
    set("partition-scheme", "mabel");
    lake.file("undated/as_at_1/a.jsonl", "{\"id\":1}\n")
        .mark("undated/as_at_1/frame.complete")
        .file("undated/as_at_2/a.jsonl", "{\"id\":2}\n");
    String undated = catalog + ".undated";
    List<String> queries =
        List.of(
            "SELECT * FROM " + undated + ".days",
            "SELECT frame, state, reason, files FROM " + undated + ".frames ORDER BY frame",
            "SELECT frame, format FROM " + undated + ".files");

    List<List<Row>> before = queries.stream().map(sql -> rows(sql)).toList();
    rows("REFRESH TABLE " + undated);
    assertThatThrownBy(() -> rows(queries.get(0) + " VERSION AS OF '2024-01-01'"))
        .hasMessageContaining("the dataset is not divided by dates");
    assertThat(column("SELECT id FROM " + undated)).containsExactly("1");

    assertThat(before.get(1)).hasSize(2);
    assertThat(before.get(2)).hasToString("[[as_at_1,json]]");
    assertThat(queries.stream().map(sql -> rows(sql)).toList()).isEqualTo(before);
    assertThatThrownBy(() -> rows(queries.get(0) + " VERSION AS OF '2024-01-01'"))
        .hasMessageContaining("the dataset is not divided by dates");
  }

  @Test
  void aRealDatasetWinsOverATableAboutOne() {
    lake.file("planets/days/a.jsonl", "{\"mine\":1}\n");

    assertThat(column("SELECT mine FROM " + catalog + ".planets.days")).containsExactly("1");
  }
}
