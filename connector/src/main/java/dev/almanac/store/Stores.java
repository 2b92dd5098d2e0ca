package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The stores of one catalog: those that its configuration keys describe, and those registered while
 * it runs, which come first where both have a prefix. Thread-safe.
 */
public final class Stores {

  /** Where a name leads: a store and the path elements below its location. */
  public record Resolved(Store store, List<String> path) {}

  private final String catalog;
  private final Collection<String> connectors;
  private final Consumer<Store> check;
  private final Map<String, Store> registered = new TreeMap<>();
  private Map<String, String> configuration = Map.of();
  private Map<String, Store> configured = Map.of();

  /** Stores of which their keys alone are checked. */
  public Stores(String catalog, Collection<String> connectors) {
    this(catalog, connectors, store -> {});
  }

  /**
   * Stores of a catalog, none yet.
   *
   * @param catalog the catalog's name, for messages
   * @param connectors the names of the connectors there are
   * @param check what a connector has to say against a store, as {@link Connector#check}
   */
  public Stores(String catalog, Collection<String> connectors, Consumer<Store> check) {
    this.catalog = catalog;
    this.connectors = List.copyOf(connectors);
    this.check = check;
  }

  /**
   * Takes the catalog's configuration, as often as wanted: only a change costs anything.
   *
   * @param keys the catalog's keys without {@code spark.sql.catalog.<name>.} before them
   * @throws AlmanacException INVALID_OPTION for an unknown key or value, or for values that do not
   *     go together; the former stores stay
   */
  public synchronized void configure(Map<String, String> keys) {
    if (keys.equals(configuration)) {
      return;
    }
    Map<String, Store> parsed = new TreeMap<>();
    for (Store store : StoreConfiguration.parse(catalog, keys, connectors)) {
      check.accept(store);
      parsed.put(store.prefixText(), store);
    }
    // What is set for all stores holds for those, too, that were registered before it was set.
    Map<String, Store> again = new TreeMap<>();
    for (Store store : registered.values()) {
      again.put(store.prefixText(), checked(store.prefix(), store.ownOptions(), keys));
    }
    registered.putAll(again);
    configured = parsed;
    configuration = Map.copyOf(keys);
  }

  /**
   * Registers a store.
   *
   * @throws AlmanacException INVALID_STORE where the prefix is taken, INVALID_OPTION for bad
   *     options
   */
  public synchronized Store register(List<String> prefix, Map<String, String> options) {
    Store store = checked(prefix, options, configuration);
    if (find(prefix).isPresent()) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot register "
              + store
              + " in catalog "
              + catalog
              + ": it is registered already at "
              + find(prefix).get().location()
              + ". Unregister it first (DROP NAMESPACE, which deletes no data), or choose another prefix.");
    }
    registered.put(store.prefixText(), store);
    return store;
  }

  /**
   * What {@code spark.read.format("almanac")} reads: a store by itself.
   *
   * @param options of a store and of the read
   * @param connectors the names of the connectors there are
   * @throws AlmanacException INVALID_OPTION
   */
  public static Store source(Map<String, String> options, Collection<String> connectors) {
    return StoreConfiguration.source(options, connectors);
  }

  /** Registers a store anew, in place of the one of that prefix. */
  public synchronized Store replace(List<String> prefix, Map<String, String> options) {
    Store store = checked(prefix, options, configuration);
    registered.put(store.prefixText(), store);
    return store;
  }

  private Store checked(
      List<String> prefix, Map<String, String> options, Map<String, String> catalogKeys) {
    Store store = StoreConfiguration.store(catalog, prefix, options, catalogKeys, connectors);
    check.accept(store);
    return store;
  }

  /** The keys that are set for all stores, and that none of those there are can use; by name. */
  public synchronized List<String> unused() {
    return configuration.keySet().stream()
        .filter(Options::isOfStore)
        .filter(key -> all().stream().noneMatch(store -> KeyFit.fits(key, store)))
        .sorted()
        .map(key -> KeyNames.configured(catalog, "").ofAll(key))
        .toList();
  }

  /**
   * Forgets a store; its data stays as it is.
   *
   * @throws AlmanacException INVALID_STORE where configuration keys describe it
   * @return whether there was one
   */
  public synchronized boolean unregister(List<String> prefix) {
    String text = String.join(".", prefix);
    if (registered.remove(text) != null) {
      return true;
    }
    if (configured.containsKey(text)) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot unregister store "
              + text
              + ": configuration describes it. Unset the keys"
              + " spark.sql.catalog."
              + catalog
              + ".store."
              + text
              + ".* instead.");
    }
    return false;
  }

  /** The store with exactly this prefix. */
  public synchronized Optional<Store> find(List<String> prefix) {
    String text = String.join(".", prefix);
    Store found = registered.get(text);
    return Optional.ofNullable(found == null ? configured.get(text) : found);
  }

  /** All stores, by prefix. */
  public synchronized List<Store> all() {
    Map<String, Store> all = new TreeMap<>(configured);
    all.putAll(registered);
    return List.copyOf(all.values());
  }

  /**
   * Finds the store with the longest prefix that the name starts with.
   *
   * @param name the parts of a table's or namespace's name
   * @return empty where no store has such a prefix and there is no default store
   */
  public Optional<Resolved> resolve(List<String> name) {
    Resolved best = null;
    for (Store store : all()) {
      List<String> prefix = matched(store, name);
      if (prefix != null && (best == null || prefix.size() > name.size() - best.path().size())) {
        best = new Resolved(store, List.copyOf(name.subList(prefix.size(), name.size())));
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * A prefix may have dots inside one quoted part: {@code `sales.eu`.orders} means sales.eu too.
   */
  private static List<String> matched(Store store, List<String> name) {
    List<String> prefix = store.prefix();
    if (name.size() >= prefix.size() && name.subList(0, prefix.size()).equals(prefix)) {
      return prefix;
    }
    return null;
  }

  /** The prefixes, for messages. */
  public List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    all().forEach(store -> prefixes.add(store.prefixText()));
    prefixes.remove("");
    return prefixes;
  }
}
