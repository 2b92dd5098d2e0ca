package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoresTest {

  private static Stores stores(String... keysAndValues) {
    Stores stores = new Stores("lake", List.of("folders"));
    stores.configure(map(keysAndValues));
    return stores;
  }

  private static Map<String, String> map(String... keysAndValues) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static List<String> name(String dotted) {
    return List.of(dotted.split("\\."));
  }

  @ParameterizedTest
  @CsvSource({
    "sales.orders, sales, orders",
    "sales.eu.orders, sales.eu, orders",
    "sales.eu, sales.eu, ''",
    "sales.europe.orders, sales, europe/orders",
    "other.orders, '', other/orders",
    "sales, sales, ''",
    "Sales.orders, '', Sales/orders",
  })
  void theLongestPrefixWins(String name, String prefix, String path) {
    Stores stores =
        stores("location", "/d", "store.sales.location", "/s", "store.sales.eu.location", "/e");

    Stores.Resolved found = stores.resolve(name(name)).orElseThrow();

    assertThat(found.store().prefixText()).isEqualTo(prefix);
    assertThat(String.join("/", found.path())).isEqualTo(path);
  }

  @Test
  void withoutADefaultStoreOtherNamesResolveToNothing() {
    assertThat(stores("store.sales.location", "/s").resolve(name("other.orders"))).isEmpty();
  }

  @Test
  void keysMayHaveDotsAsPrefixesMay() {
    Stores stores =
        stores(
            "store.sales.eu.location", "/e",
            "store.sales.eu.hadoop.fs.s3a.endpoint", "http://x",
            "store.sales.eu.csv.header", "false");

    StoreOptions options = stores.find(name("sales.eu")).orElseThrow().options();

    assertThat(options.group(FileOptions.HADOOP)).isEqualTo(Map.of("fs.s3a.endpoint", "http://x"));
    assertThat(options.group(FormatOptions.CSV)).isEqualTo(Map.of("header", "false"));
  }

  @Test
  void aStoreTakesTheCatalogsDefaults() {
    Stores stores =
        stores(
            "location", "/d",
            "default-dates", "latest",
            "store.a.location", "/a",
            "store.b.location", "/b",
            "store.b.default-dates", "all");

    assertThat(stores.find(name("a")).orElseThrow().options().defaultDates())
        .isEqualTo(StoreOptions.DefaultDates.LATEST);
    assertThat(stores.find(name("b")).orElseThrow().options().defaultDates())
        .isEqualTo(StoreOptions.DefaultDates.ALL);
    assertThat(stores.find(name("a")).orElseThrow().location()).isEqualTo("/a");
  }

  @ParameterizedTest
  @CsvSource({
    "store.a.partition-schem, mabel, did you mean partition-scheme",
    "store.a.default-dates, tody, did you mean today",
    "store.a.default-dates, never, 'today, latest, all, required'",
    "store.a.time-zone, Europe/Amsterdm, did you mean Europe/Amsterdam",
    "store.a.merge-schema, maybe, 'true, false'",
    "store.a.schema-sample-rows, -1, whole number",
    "store.a.connector, folder, did you mean folders",
    "store.a.now, 2022-06-15T10:20:00Z, Unknown option spark.sql.catalog.lake.store.a.now",
    "now, yesterday, 2022-06-15T10:20:00Z",
    "lokation, /d, did you mean location",
    "store.b.merge-schema, true, belongs to no store",
  })
  void whatIsWrongIsNamedWithTheWayOut(String key, String value, String said) {
    assertThatThrownBy(() -> stores("store.a.location", "/a", key, value))
        .hasMessageContaining(said)
        .hasMessageContaining(key.startsWith("store.b") ? "store.b.merge-schema" : key);
  }

  @Test
  void aBadChangeLeavesTheStoresAsTheyWere() {
    Stores stores = stores("store.a.location", "/a");

    assertThatThrownBy(() -> stores.configure(map("store.a.locatio", "/b")));

    assertThat(stores.find(name("a")).orElseThrow().location()).isEqualTo("/a");
  }

  @Test
  void aStoreNeedsALocation() {
    assertThatThrownBy(() -> stores("store.a.connector", "folders"))
        .hasMessageContaining("Set spark.sql.catalog.lake.store.a.location");
  }

  @Test
  void storesComeAndGoAtRunTime() {
    Stores stores = stores("store.a.location", "/a");

    stores.register(name("b.c"), map("location", "/c"));
    assertThat(stores.prefixes()).containsExactly("a", "b.c");
    assertThatThrownBy(() -> stores.register(name("b.c"), map("location", "/d")))
        .hasMessageContaining("registered already at /c");
    assertThatThrownBy(() -> stores.register(name("d"), map("locatoin", "/d")))
        .hasMessageContaining("did you mean location");

    assertThat(stores.unregister(name("b.c"))).isTrue();
    assertThat(stores.unregister(name("b.c"))).isFalse();
    assertThatThrownBy(() -> stores.unregister(name("a")))
        .hasMessageContaining("Unset the keys spark.sql.catalog.lake.store.a.*");
  }

  @ParameterizedTest
  @CsvSource({"'..'", "'.'", "''", "a/b", "/etc"})
  void namesThatLeadElsewhereAreRefused(String element) {
    assertThatThrownBy(() -> new DatasetName(List.of("sales", element), "lake.sales.x"))
        .hasMessageContaining("Invalid table name lake.sales.x");
  }

  @Test
  void namesMayHoldAnythingElse() {
    List<String> path = List.of("hyphened-name", "2024.orders", "ünïcode", "a b", "x:y%20", "a\\b");
    assertThat(new DatasetName(path, "t").path()).isEqualTo(path);
  }
}
