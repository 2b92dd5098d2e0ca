package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Option.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns configuration keys into stores. */
final class StoreConfiguration {

  private static final String STORE = "store.";
  private static final List<String> DECLARING = List.of(".location", ".connector");

  private StoreConfiguration() {}

  /** All stores that a catalog's keys describe, the default store (of an empty prefix) included. */
  static List<Store> parse(
      String catalog, Map<String, String> keys, Collection<String> connectors) {
    Set<String> prefixes = declaredPrefixes(keys.keySet());
    Map<String, Map<String, String>> perStore = new TreeMap<>();
    prefixes.forEach(prefix -> perStore.put(prefix, new LinkedHashMap<>()));
    keys.forEach(
        (key, value) -> {
          String full = fullKey(catalog, key);
          if (key.startsWith(STORE)) {
            String rest = key.substring(STORE.length());
            String prefix = owner(rest, prefixes, full);
            perStore.get(prefix).put(rest.substring(prefix.length() + 1), value);
          } else {
            Option.of(key, full, Scope.STORE, Scope.CATALOG).validate(full, value);
          }
        });
    List<Store> stores = new ArrayList<>();
    if (keys.containsKey(Option.LOCATION.key())) {
      stores.add(build(catalog, List.of(), Map.of(), keys, connectors, true));
    }
    perStore.forEach(
        (prefix, options) ->
            stores.add(build(catalog, split(prefix), options, keys, connectors, true)));
    return stores;
  }

  /** One store that is registered while the catalog runs. */
  static Store store(
      String catalog,
      List<String> prefix,
      Map<String, String> options,
      Map<String, String> catalogKeys,
      Collection<String> connectors) {
    if (prefix.isEmpty() || prefix.stream().anyMatch(String::isBlank)) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot register a store without a prefix. Give it a name such as sales or sales.eu.");
    }
    return build(catalog, prefix, options, catalogKeys, connectors, false);
  }

  private static Store build(
      String catalog,
      List<String> prefix,
      Map<String, String> own,
      Map<String, String> catalogKeys,
      Collection<String> connectors,
      boolean configured) {
    String start = prefix.isEmpty() ? "" : STORE + String.join(".", prefix) + ".";
    own.forEach(
        (key, value) -> {
          String full = fullKey(catalog, start + key);
          Option.of(key, full, Scope.STORE).validate(full, value);
        });
    Map<String, String> merged = new LinkedHashMap<>();
    catalogKeys.forEach(
        (key, value) -> {
          boolean placed = Option.LOCATION.matches(key) && !prefix.isEmpty();
          if (!key.startsWith(STORE) && !placed && Option.known(key, Scope.STORE)) {
            merged.put(key, value);
          }
        });
    own.forEach(
        (key, value) -> {
          merged.keySet().removeIf(key::equalsIgnoreCase);
          merged.put(key, value);
        });
    StoreOptions options = new StoreOptions(merged);
    String connector = options.value(Option.CONNECTOR);
    if (!connectors.contains(connector)) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '"
              + connector
              + "' of "
              + fullKey(catalog, start + Option.CONNECTOR.key())
              + Suggestion.among(connector, connectors)
              + ". The valid values are: "
              + String.join(", ", connectors)
              + ".");
    }
    String location = options.set(Option.LOCATION).orElse("");
    if (location.isBlank() && connector.equals(Option.CONNECTOR.defaultValue())) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Store "
              + String.join(".", prefix)
              + " of catalog "
              + catalog
              + " has no location. Set "
              + fullKey(catalog, start + Option.LOCATION.key())
              + ".");
    }
    Location.check(location, fullKey(catalog, start + Option.LOCATION.key()));
    return new Store(prefix, connector, location, options, configured);
  }

  /**
   * Prefixes may have dots, as may keys: a prefix is what stands before .location or .connector.
   */
  private static Set<String> declaredPrefixes(Collection<String> keys) {
    Set<String> prefixes = new TreeSet<>();
    for (String key : keys) {
      for (String ending : DECLARING) {
        if (key.startsWith(STORE)
            && key.endsWith(ending)
            && key.length() > STORE.length() + ending.length()) {
          prefixes.add(key.substring(STORE.length(), key.length() - ending.length()));
        }
      }
    }
    return prefixes;
  }

  private static String owner(String rest, Set<String> prefixes, String fullKey) {
    String owner = "";
    for (String prefix : prefixes) {
      if (rest.startsWith(prefix + ".") && prefix.length() > owner.length()) {
        owner = prefix;
      }
    }
    if (!owner.isEmpty()) {
      return owner;
    }
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "The key "
            + fullKey
            + " belongs to no store: a store needs at least its location, "
            + fullKey.substring(0, fullKey.length() - rest.length())
            + "<prefix>.location."
            + (prefixes.isEmpty()
                ? ""
                : " The stores are: "
                    + String.join(", ", prefixes)
                    + Suggestion.among(
                        rest.substring(0, Math.max(0, rest.lastIndexOf('.'))), prefixes)
                    + "."));
  }

  private static List<String> split(String prefix) {
    List<String> parts = Arrays.asList(prefix.split("\\.", -1));
    if (parts.stream().anyMatch(String::isBlank)) {
      throw AlmanacException.of(
          Condition.INVALID_STORE, "Invalid store prefix '" + prefix + "': it has an empty part.");
    }
    return parts;
  }

  private static String fullKey(String catalog, String key) {
    return "spark.sql.catalog." + catalog + "." + key;
  }
}
