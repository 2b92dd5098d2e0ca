package dev.almanac.catalog;

import dev.almanac.spark.AnalysisClock;
import dev.almanac.spark.Redaction;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.CatalogOptions;
import dev.almanac.store.DatasetName;
import dev.almanac.store.Option;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Secrets;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;
import dev.almanac.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A catalog's stores, opened when first needed and kept in step with the session's configuration.
 * Thread-safe.
 */
final class CatalogStores {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogStores.class);

  /** An open store, and where in it a name leads. */
  record Place(Store store, StoreReader reader, List<String> path) {}

  private final String catalog;
  private final Map<String, String> initial; // the keys when the catalog was loaded
  private final Stores stores;
  private final Map<Store, StoreReader> open = new ConcurrentHashMap<>();
  private final AtomicReference<Map<String, String>> keys = new AtomicReference<>(Map.of());

  CatalogStores(String catalog, CaseInsensitiveStringMap options) {
    this.catalog = catalog;
    this.initial = Map.copyOf(options.asCaseSensitiveMap());
    this.stores = new Stores(catalog, Connectors.names(), Connectors::check);
    refreshConfiguration();
  }

  Stores registry() {
    refreshConfiguration();
    return stores;
  }

  /** Where a name leads; empty where no store has it. */
  Optional<Place> place(List<String> name) {
    return registry()
        .resolve(name)
        .map(found -> new Place(found.store(), reader(found.store()), found.path()));
  }

  StoreReader reader(Store store) {
    return open.computeIfAbsent(store, added -> Connectors.of(added).open(added, limits()));
  }

  /** Drops what is remembered of stores that are no longer registered. */
  void forgetClosed() {
    open.keySet().retainAll(stores.all());
  }

  QueryMoment moment() {
    Instant now =
        setting(CatalogOptions.NOW)
            .map(Instant::parse)
            .orElseGet(() -> AnalysisClock.now(Clock.systemUTC()));
    return new QueryMoment(SparkSession.active(), now);
  }

  /** A dataset's name as users write it in SQL. */
  DatasetName datasetName(List<String> path, List<String> name) {
    List<String> parts = new ArrayList<>(List.of(catalog));
    parts.addAll(name);
    return new DatasetName(path, SqlNames.quoted(parts));
  }

  private CatalogLimits limits() {
    return new CatalogLimits(
        number(CatalogOptions.SCHEMA_CACHE_SIZE),
        number(CatalogOptions.LISTING_CACHE_SIZE),
        number(CatalogOptions.LISTING_THREADS));
  }

  private int number(Option option) {
    return Integer.parseInt(setting(option).orElse(option.defaultValue()));
  }

  private Optional<String> setting(Option option) {
    return keys.get().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(option.key()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** {@code spark.conf.set} changes stores while the catalog runs. */
  private void refreshConfiguration() {
    Map<String, String> now = new TreeMap<>(); // of several wrong keys, always the same is told
    scala.Option<SparkSession> session = SparkSession.getActiveSession();
    if (session.isDefined()) {
      String start = "spark.sql.catalog." + catalog + ".";
      CollectionConverters.asJava(session.get().conf().getAll())
          .forEach(
              (key, value) -> {
                if (key.startsWith(start)) {
                  now.put(key.substring(start.length()), value);
                }
              });
    } else {
      now.putAll(initial);
    }
    stores.configure(now);
    CatalogLimits before = limits();
    if (!now.equals(keys.getAndSet(Map.copyOf(now)))) {
      if (!before.equals(limits())) {
        open.clear(); // readers take the limits when they are made
      }
      forgetClosed();
      warnOfUnused();
      if (session.isDefined()) {
        Redaction.extend(session.get(), Secrets.pattern());
      }
    }
  }

  /** Not an error: a store that can use them may be registered next. */
  private void warnOfUnused() {
    List<String> unused = stores.all().isEmpty() ? List.of() : stores.unused();
    if (!unused.isEmpty()) {
      LOG.warn(
          "No store of catalog {} has a use for {}, so far: see their connectors and locations.",
          catalog,
          String.join(", ", unused));
    }
  }
}
