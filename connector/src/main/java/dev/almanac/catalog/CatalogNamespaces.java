package dev.almanac.catalog;

import static dev.almanac.catalog.NameParts.startsWith;

import dev.almanac.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.connector.catalog.NamespaceChange;

/** A catalog's namespaces: the stores' prefixes, and the folders that hold datasets. */
final class CatalogNamespaces {

  private final CatalogStores stores;
  private final ReadOnly readOnly;

  CatalogNamespaces(CatalogStores stores, ReadOnly readOnly) {
    this.stores = stores;
    this.readOnly = readOnly;
  }

  boolean exists(List<String> parts) {
    if (parts.isEmpty()) {
      return true;
    }
    boolean prefix =
        stores.registry().all().stream().anyMatch(store -> startsWith(store.prefix(), parts));
    return prefix
        || stores
            .place(parts)
            .map(
                place ->
                    place
                        .reader()
                        .isNamespace(
                            stores.datasetName(place.path(), parts).path(), stores.moment()))
            .orElse(false);
  }

  /** The full names of those directly below another, sorted. */
  List<List<String>> below(List<String> start) {
    Set<String> children = new TreeSet<>();
    for (Store store : stores.registry().all()) {
      if (store.prefix().size() > start.size() && startsWith(store.prefix(), start)) {
        children.add(store.prefix().get(start.size()));
      }
    }
    stores
        .place(start)
        .ifPresent(
            place -> children.addAll(place.reader().namespaces(place.path(), stores.moment())));
    return children.stream().map(child -> NameParts.concat(start, List.of(child))).toList();
  }

  Map<String, String> properties(List<String> namespace) {
    return stores
        .place(namespace)
        .map(place -> NamespaceProperties.of(place.store(), place.path()))
        .orElse(Map.of());
  }

  /** Registers a store. */
  void create(List<String> prefix, Map<String, String> metadata)
      throws NamespaceAlreadyExistsException {
    if (stores.registry().find(prefix).isPresent()) {
      throw new NamespaceAlreadyExistsException(prefix.toArray(String[]::new));
    }
    stores.registry().register(prefix, NamespaceProperties.options(metadata));
  }

  /** Changes a store's options. */
  void alter(List<String> prefix, List<NamespaceChange> changes) throws NoSuchNamespaceException {
    Store store = stores.registry().find(prefix).orElseThrow(() -> noSuchNamespace(prefix));
    stores.registry().replace(prefix, NamespaceProperties.changed(store, changes));
    stores.forgetClosed();
  }

  /** Unregisters a store; its data stays. */
  boolean drop(List<String> prefix) throws NoSuchNamespaceException {
    if (stores.registry().unregister(prefix)) {
      stores.forgetClosed();
      return true;
    }
    if (exists(prefix)) {
      throw readOnly.refuse("drop the folder " + String.join(".", prefix));
    }
    throw noSuchNamespace(prefix);
  }

  private static NoSuchNamespaceException noSuchNamespace(List<String> namespace) {
    return new NoSuchNamespaceException(namespace.toArray(String[]::new));
  }
}
