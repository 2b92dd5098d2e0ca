package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Installation;
import dev.almanac.store.Stores;
import java.util.Map;
import java.util.TreeMap;

/** A catalog's keys, for programs that want to know what is wrong before they start Spark. */
public final class CatalogKeys {

  private CatalogKeys() {}

  /**
   * Checks what Spark is to be configured with, as the catalog does when it is first used.
   *
   * @param catalog the catalog's name; if the configuration has another one of that name, or none,
   *     nothing is checked
   * @param conf Spark's keys and values
   * @throws AlmanacException INVALID_OPTION, INVALID_STORE
   */
  public static void check(String catalog, Map<String, String> conf) {
    String name = "spark.sql.catalog." + catalog;
    if (!Installation.CATALOG.equals(conf.get(name))) {
      return;
    }
    Map<String, String> keys = new TreeMap<>();
    conf.forEach(
        (key, value) -> {
          if (key.startsWith(name + ".")) {
            keys.put(key.substring(name.length() + 1), value);
          }
        });
    new Stores(catalog, Connectors.names(), Connectors::check).configure(keys);
  }
}
