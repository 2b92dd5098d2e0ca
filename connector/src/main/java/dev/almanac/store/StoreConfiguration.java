package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Option.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns configuration keys into stores. */
final class StoreConfiguration {

  private static final String STORE = "store.";
  private static final List<String> DECLARING =
      List.of("." + DatasetOptions.LOCATION, "." + DatasetOptions.CONNECTOR);

  private StoreConfiguration() {}

  /** All stores that a catalog's keys describe, the default store (of an empty prefix) included. */
  static List<Store> parse(
      String catalog, Map<String, String> asWritten, Collection<String> connectors) {
    Map<String, String> keys = new LinkedHashMap<>();
    asWritten.forEach((key, value) -> keys.put(canonical(key), value));
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
            Options.of(key, full, Scope.STORE, Scope.CATALOG).check(key, full, value);
          }
        });
    List<Store> stores = new ArrayList<>();
    if (keys.containsKey(DatasetOptions.LOCATION.key())) {
      stores.add(build(Owner.configured(catalog, List.of()), Map.of(), keys, connectors));
    }
    perStore.forEach(
        (prefix, options) ->
            stores.add(
                build(
                    Owner.configured(catalog, split(catalog, prefix)), options, keys, connectors)));
    return stores;
  }

  /** A key of the catalog, or the default of all stores, may be in any case of letters. */
  private static String canonical(String key) {
    return Options.find(key, Scope.STORE, Scope.CATALOG)
        .filter(option -> !option.isGroup())
        .map(Option::key)
        .orElse(key);
  }

  /**
   * What is read without a catalog.
   *
   * @param options those of a store, and those of the read, which are checked and left out
   */
  static Store source(Map<String, String> options, Collection<String> connectors) {
    Map<String, String> ofStore = new LinkedHashMap<>();
    options.forEach(
        (key, value) -> {
          String place = KeyNames.source().own(key);
          Option option = Options.of(key, place, Scope.STORE, Scope.READ);
          option.check(key, place, value);
          if (option.scope() == Scope.STORE) {
            ofStore.put(option.isGroup() ? key : option.key(), value);
          }
        });
    return build(
        new Owner("The path", List.of(), false, KeyNames.source()), ofStore, Map.of(), connectors);
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
          "Cannot register a store by the prefix '"
              + String.join(".", prefix)
              + "': it, or a part of it, is empty. Give it a name such as sales or sales.eu.");
    }
    options.forEach(
        (key, value) -> {
          if (value == null) { // of a caller's map
            throw AlmanacException.of(
                Condition.INVALID_OPTION,
                "Invalid value null of "
                    + KeyNames.registered(catalog, String.join(".", prefix)).own(key)
                    + ": to leave it unset, leave it out.");
          }
        });
    return build(Owner.registered(catalog, prefix), options, catalogKeys, connectors);
  }

  /**
   * Whose keys are read.
   *
   * @param name for messages
   * @param names how the user writes a key
   */
  private record Owner(String name, List<String> prefix, boolean configured, KeyNames names) {

    static Owner configured(String catalog, List<String> prefix) {
      return new Owner(
          name(catalog, prefix),
          prefix,
          true,
          KeyNames.configured(catalog, String.join(".", prefix)));
    }

    static Owner registered(String catalog, List<String> prefix) {
      return new Owner(
          name(catalog, prefix),
          prefix,
          false,
          KeyNames.registered(catalog, String.join(".", prefix)));
    }

    private static String name(String catalog, List<String> prefix) {
      return (prefix.isEmpty() ? "The default store" : "Store " + String.join(".", prefix))
          + " of catalog "
          + catalog;
    }
  }

  private static Store build(
      Owner owner,
      Map<String, String> own,
      Map<String, String> catalogKeys,
      Collection<String> connectors) {
    own.forEach(
        (key, value) -> {
          String place = owner.names().own(key);
          Options.of(key, place, Scope.STORE).check(key, place, value);
        });
    Map<String, String> merged = new LinkedHashMap<>();
    catalogKeys.forEach(
        (key, value) -> {
          boolean placed = DatasetOptions.LOCATION.matches(key) && !owner.prefix().isEmpty();
          if (!key.startsWith(STORE) && !placed && Options.isOfStore(key)) {
            merged.put(key, value);
          }
        });
    own.forEach(
        (key, value) -> {
          merged.keySet().removeIf(key::equalsIgnoreCase);
          merged.put(key, value);
        });
    StoreOptions options = new StoreOptions(merged);
    Store store =
        new Store(
            owner.prefix(),
            options.value(DatasetOptions.CONNECTOR),
            options.set(DatasetOptions.LOCATION).orElse(""),
            options,
            owner.configured(),
            owner.names().with(own.keySet()));
    checkConnector(store, connectors);
    if (store.location().isBlank() && isOfFolders(store)) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          owner.name() + " has no location. Set " + store.place(DatasetOptions.LOCATION) + ".");
    }
    Location.check(store.location(), store.place(DatasetOptions.LOCATION));
    checkFits(store);
    KeyFit.check(store);
    return store;
  }

  private static boolean isOfFolders(Store store) {
    return store.connector().equals(DatasetOptions.CONNECTOR.defaultValue());
  }

  private static void checkConnector(Store store, Collection<String> connectors) {
    String connector = store.connector();
    if (!connectors.contains(connector)) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '"
              + connector
              + "' of "
              + store.place(DatasetOptions.CONNECTOR)
              + Suggestion.among(connector, connectors)
              + ". The valid values are: "
              + String.join(", ", connectors)
              + ".");
    }
  }

  /** Connectors other than that of files are not found out from the location. */
  private static void checkFits(Store store) {
    if (!isOfFolders(store)) {
      return;
    }
    for (String other : List.of("mongodb", "firestore")) {
      if (store.location().startsWith(other + "://") || store.location().startsWith(other + "+")) {
        throw AlmanacException.of(
            Condition.INVALID_OPTION,
            "Invalid value '%s' of %s: it is not one of files. Set %s."
                .formatted(
                    store.location(),
                    store.place(DatasetOptions.LOCATION),
                    store.setting(DatasetOptions.CONNECTOR, other)));
      }
    }
  }

  /**
   * Prefixes may have dots, as may keys: a prefix is what stands before .location or .connector.
   */
  private static Set<String> declaredPrefixes(Collection<String> keys) {
    Set<String> prefixes = new TreeSet<>();
    for (String key : keys) {
      for (String ending : DECLARING) {
        if (key.startsWith(STORE)
            && key.toLowerCase(Locale.ROOT).endsWith(ending)
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
    int dot = rest.lastIndexOf('.');
    String last = rest.substring(dot + 1);
    String before = fullKey.substring(0, fullKey.length() - last.length());
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "The key "
            + fullKey
            + " belongs to no store: a store needs at least its location, "
            + fullKey.substring(0, fullKey.length() - rest.length())
            + "<prefix>.location"
            + Suggestion.nearest(last, List.of(DatasetOptions.LOCATION.key()))
                .map(location -> " (did you mean " + before + location + "?)")
                .orElse("")
            + "."
            + (prefixes.isEmpty()
                ? ""
                : " The stores are: "
                    + String.join(", ", prefixes)
                    + Suggestion.among(rest.substring(0, Math.max(0, dot)), prefixes)
                    + "."));
  }

  private static List<String> split(String catalog, String prefix) {
    List<String> parts = Arrays.asList(prefix.split("\\.", -1));
    if (parts.stream().anyMatch(String::isBlank)) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Invalid store prefix '"
              + prefix
              + "' of "
              + fullKey(catalog, STORE + prefix + ".*")
              + ": it has an empty part. A prefix is a name such as sales or sales.eu.");
    }
    return parts;
  }

  private static String fullKey(String catalog, String key) {
    return "spark.sql.catalog." + catalog + "." + key;
  }
}
