package dev.almanac.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of the embedded Spark: the catalog {@code lake} over the current directory, the
 * stores that the user named, the sample data, and what makes Spark quick and quiet on one machine.
 *
 * @param conf Spark's keys and values, in the order in which they were given
 */
record SessionSettings(Map<String, String> conf) {

  static final String CATALOG = "lake";
  private static final String CATALOG_KEY = "spark.sql.catalog." + CATALOG;

  SessionSettings {
    conf = Map.copyOf(conf);
  }

  /** Collects settings; what is set later wins. */
  static final class Builder {
    private final Map<String, String> conf = new LinkedHashMap<>();

    Builder() {
      int cores = Runtime.getRuntime().availableProcessors();
      conf.put("spark.master", "local[*]");
      conf.put("spark.app.name", "almanac");
      conf.put("spark.ui.enabled", "false");
      conf.put("spark.ui.showConsoleProgress", "false");
      conf.put("spark.driver.host", "localhost");
      conf.put("spark.driver.bindAddress", "localhost");
      conf.put("spark.sql.catalogImplementation", "in-memory");
      conf.put("spark.sql.shuffle.partitions", String.valueOf(Math.max(8, 4 * cores)));
      conf.put("spark.sql.session.timeZone", "UTC"); // as the days of the data
      conf.put("spark.sql.datetime.java8API.enabled", "true"); // how results are read
      conf.put("spark.sql.extensions", "dev.almanac.AlmanacExtensions");
      conf.put("spark.sql.defaultCatalog", CATALOG);
      conf.put(CATALOG_KEY, "dev.almanac.catalog.AlmanacCatalog");
    }

    /** The store of names that no prefix claims. */
    Builder defaultStore(String location) {
      return set(CATALOG_KEY + ".location", location);
    }

    Builder store(String prefix, String location) {
      return set(CATALOG_KEY + ".store." + prefix + ".location", location);
    }

    /**
     * An option of a store.
     *
     * @param key {@code prefix.option}, or {@code option} alone as the default of all stores
     */
    Builder storeOption(String key, String value) {
      return set(CATALOG_KEY + (key.indexOf('.') < 0 ? "." : ".store.") + key, value);
    }

    /** The sample data that comes with the project, unless the user's store has that name. */
    Builder samples(Path folder) {
      String key = CATALOG_KEY + ".store.samples";
      if (conf.putIfAbsent(key + ".location", StoreLocation.local(folder)) == null) {
        conf.putIfAbsent(key + ".default-dates", "all");
      }
      return this;
    }

    Builder warehouse(Path folder) {
      return set("spark.sql.warehouse.dir", StoreLocation.local(folder));
    }

    Builder set(String key, String value) {
      conf.put(key, value);
      return this;
    }

    SessionSettings build() {
      return new SessionSettings(conf);
    }
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(conf.get(key));
  }
}
