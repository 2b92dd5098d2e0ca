package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Secrets;
import dev.almanac.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;

/** A store's options as properties of a namespace, and back. */
final class NamespaceProperties {

  /** Spark adds these to every namespace; no store needs them. */
  private static final Set<String> SPARKS_OWN =
      Set.of(
          SupportsNamespaces.PROP_OWNER,
          SupportsNamespaces.PROP_COMMENT,
          SupportsNamespaces.PROP_COLLATION);

  private NamespaceProperties() {}

  /** What {@code DESCRIBE NAMESPACE EXTENDED} shows: secrets are blanked out. */
  static Map<String, String> of(Store store, List<String> path) {
    Map<String, String> properties = new TreeMap<>(Secrets.redacted(store.options().asMap()));
    properties.put(DatasetOptions.CONNECTOR.key(), store.connector());
    String location = store.location();
    properties.put(
        SupportsNamespaces.PROP_LOCATION,
        path.isEmpty() ? location : location + "/" + String.join("/", path));
    return properties;
  }

  /** A new store's options. */
  static Map<String, String> options(Map<String, String> properties) {
    Map<String, String> options = new TreeMap<>(properties);
    options.keySet().removeAll(SPARKS_OWN);
    return options;
  }

  /** The options of a store after {@code ALTER NAMESPACE}. */
  static Map<String, String> changed(Store store, List<NamespaceChange> changes) {
    if (store.configured()) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot alter "
              + store
              + ": configuration describes it. Change its"
              + " spark.sql.catalog keys instead.");
    }
    Map<String, String> options = store.ownOptions();
    for (NamespaceChange change : changes) {
      if (change instanceof NamespaceChange.SetProperty set) {
        options.put(set.property(), set.value());
      } else if (change instanceof NamespaceChange.RemoveProperty removed) {
        options.remove(removed.property());
      }
    }
    return options(options);
  }
}
