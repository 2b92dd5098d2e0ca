package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a store can make use of a key: one of another connector, or of another file system's
 * client, would change nothing, and nobody would hear of it.
 *
 * <p>What a catalog says for all of its stores is for those that can use it.
 */
final class KeyFit {

  private static final String FOLDERS = DatasetOptions.CONNECTOR.defaultValue();
  private static final String FIRESTORE = "firestore";

  /** What keys start with that one connector has, and the connector. */
  private static final Map<String, String> FAMILIES =
      Map.of("mongodb.", "mongodb", "firestore.", FIRESTORE, "s3.", FOLDERS, "gcs.", FOLDERS);

  /** Of folders: what keys start with that one client has, and the schemes of its locations. */
  private static final Map<String, Set<String>> SCHEMES =
      Map.of("s3.", Schemes.S3, "gcs.", Set.of(Schemes.GCS));

  /** Key stores may hold what any connector's keys refer to. */
  private static final Set<Option> OF_ALL =
      Set.of(DatasetOptions.CONNECTOR, DatasetOptions.LOCATION, FileOptions.HADOOP);

  private KeyFit() {}

  /**
   * Refuses a key that the store sets itself and cannot use.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void check(Store store) {
    for (String key : store.ownOptions().keySet()) {
      if (!fitsConnector(key, store)) {
        throw useless(
            store,
            key,
            "the connector of %s is %s, which has no use for it"
                .formatted(text(store), store.connector()),
            family(key)
                .filter(start -> !FAMILIES.get(start).equals(FOLDERS))
                .map(
                    start ->
                        ", or set " + store.setting(DatasetOptions.CONNECTOR, FAMILIES.get(start)))
                .orElse(""));
      }
      if (!fitsScheme(key, store)) {
        throw useless(
            store,
            key,
            "it is for locations %s://, and %s is at %s"
                .formatted(
                    schemes(key).stream().sorted().findFirst().orElse(""),
                    text(store),
                    store.location()),
            ", or give " + store.place(DatasetOptions.LOCATION) + " another value");
      }
    }
  }

  /** Whether a store could use a key that is set for all stores. */
  static boolean fits(String key, Store store) {
    return fitsConnector(key, store) && fitsScheme(key, store);
  }

  private static boolean fitsConnector(String key, Store store) {
    Option option = Options.of(key, key, Option.Scope.STORE);
    return OF_ALL.contains(option)
        || (option.equals(DatasetOptions.TIME_ZONE) && store.connector().equals(FIRESTORE))
        || family(key).map(FAMILIES::get).orElse(FOLDERS).equals(store.connector())
        || !isBuiltIn(store.connector());
  }

  /** Of connectors that others wrote, nobody here knows what they use. */
  private static boolean isBuiltIn(String connector) {
    return FAMILIES.containsValue(connector);
  }

  private static boolean fitsScheme(String key, Store store) {
    Optional<String> scheme = scheme(store.location());
    return schemes(key).isEmpty() || scheme.isEmpty() || schemes(key).contains(scheme.get());
  }

  /** Empty where the session's default file system is meant. */
  private static Optional<String> scheme(String location) {
    int colon = location.indexOf(':');
    int slash = location.indexOf('/');
    return colon > 0 && (slash < 0 || colon < slash)
        ? Optional.of(location.substring(0, colon).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<String> family(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return FAMILIES.keySet().stream().filter(lower::startsWith).findFirst();
  }

  private static Set<String> schemes(String key) {
    return family(key).map(start -> SCHEMES.getOrDefault(start, Set.of())).orElse(Set.of());
  }

  private static String text(Store store) {
    return store.prefix().isEmpty() ? "the store" : store.toString();
  }

  private static RuntimeException useless(Store store, String key, String why, String instead) {
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "The option %s would be ignored: %s. Leave it out%s."
            .formatted(store.place(key), why, instead));
  }
}
