package dev.almanac.cli;

import dev.almanac.catalog.CatalogKeys;
import dev.almanac.store.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration of the embedded Spark: the catalog {@code lake} over the current directory, the
 * stores that the user named, the sample data, and what makes Spark quick and quiet on one machine.
 *
 * @param conf Spark's keys and values
 * @param written the keys that options of the command line set, and how the options were written
 */
record SessionSettings(Map<String, String> conf, Map<String, String> written) {

  static final String CATALOG = "lake";
  private static final String CATALOG_KEY = "spark.sql.catalog." + CATALOG;
  private static final String STORE_KEY = CATALOG_KEY + ".store.";

  /** What the command sets itself. */
  private static final Set<String> OWN =
      Set.of(
          CATALOG_KEY + ".location",
          STORE_KEY + "samples.location",
          STORE_KEY + "samples.default-dates");

  private static final String NO_LONGER = "(?!\\.?[\\w<*-])";
  private static final Pattern KEY =
      Pattern.compile(
          Pattern.quote(CATALOG_KEY) + "\\.(\\w[\\w-]*(?:\\.\\w[\\w-]*)*+)" + NO_LONGER);

  SessionSettings {
    conf = Map.copyOf(conf);
    written = Map.copyOf(written);
  }

  /**
   * Says what Almanac would refuse, before Spark is started for nothing.
   *
   * @throws dev.almanac.AlmanacException which names keys of Spark's: see {@link #asWritten}
   */
  void check() {
    ClassNames.check(conf);
    if (!conf.keySet().stream().filter(SessionSettings::isOfCatalog).allMatch(OWN::contains)
        || !written.isEmpty()) {
      CatalogKeys.check(CATALOG, conf); // whose classes take a part of a second to load
    }
  }

  /** A message that names the keys of options as the user wrote them. */
  String asWritten(String message) {
    String text = message;
    List<String> longestFirst = new ArrayList<>(written.keySet());
    longestFirst.sort(Comparator.comparing(String::length).reversed());
    for (String key : longestFirst) {
      Pattern whole = Pattern.compile(Pattern.quote(key) + NO_LONGER);
      text = whole.matcher(text).replaceAll(Matcher.quoteReplacement(written.get(key)));
    }
    return text;
  }

  /** The same, with the keys that are not set yet as options, too: where nothing has run. */
  String asOptions(String message) {
    return KEY.matcher(asWritten(message))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    conf.containsKey(found.group()) ? found.group() : option(found.group(1))));
  }

  private static boolean isOfCatalog(String key) {
    return key.startsWith(CATALOG_KEY + ".");
  }

  private static String option(String key) {
    String location = ".location";
    return key.startsWith("store.") && key.endsWith(location)
        ? "--store " + key.substring("store.".length(), key.length() - location.length())
        : "--store-option " + key.replaceFirst("^store\\.", "");
  }

  /** Collects settings; what is set later wins. */
  static final class Builder {
    private final Map<String, String> conf = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    Builder() {
      int cores = Runtime.getRuntime().availableProcessors();
      conf.put("spark.master", "local[*]");
      conf.put("spark.app.name", "almanac");
      conf.put("spark.ui.enabled", "false");
      conf.put("spark.ui.showConsoleProgress", "false");
      conf.put("spark.buffer.pageSize", "4m"); // else up to 64m to clear for each sort
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

    /** The store of names that no prefix claims, where the user says nothing. */
    Builder directory(Path folder) {
      return set(CATALOG_KEY + ".location", StoreLocation.local(folder));
    }

    /** The store of names that no prefix claims. */
    Builder defaultStore(String location) {
      return set(CATALOG_KEY + ".location", location, "--store");
    }

    Builder store(String prefix, String location) {
      return set(STORE_KEY + prefix + ".location", location, "--store " + prefix);
    }

    /**
     * An option of a store.
     *
     * @param key {@code prefix.option}, or {@code option} alone as the default of all stores
     */
    Builder storeOption(String key, String value) {
      boolean ofAll = key.indexOf('.') < 0 || (Options.isOfStore(key) && !isBelowStore(key));
      return set(ofAll ? CATALOG_KEY + "." + key : STORE_KEY + key, value, "--store-option " + key);
    }

    /** A store may be called mongodb, or s3. */
    private boolean isBelowStore(String key) {
      return conf.keySet().stream()
          .filter(set -> set.startsWith(STORE_KEY) && set.endsWith(".location"))
          .map(set -> set.substring(STORE_KEY.length(), set.length() - "location".length()))
          .anyMatch(key::startsWith);
    }

    /** The sample data that comes with the project, unless the user's store has that name. */
    Builder samples(Path folder) {
      String key = STORE_KEY + "samples";
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
      written.remove(key);
      return this;
    }

    private Builder set(String key, String value, String as) {
      set(key, value);
      written.put(key, as);
      return this;
    }

    SessionSettings build() {
      return new SessionSettings(conf, written);
    }
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(conf.get(key));
  }
}
