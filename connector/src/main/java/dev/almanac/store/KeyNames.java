package dev.almanac.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the user wrote a store's keys, which depends on the way that the store came: messages name a
 * key as it can be found again.
 *
 * @param before what stands before a key of the store itself
 * @param after what messages say behind it
 * @param defaults what stands before a key that holds for all stores of the catalog
 * @param own the keys that the store sets itself, in any case of letters
 */
public record KeyNames(String before, String after, String defaults, Set<String> own) {

  /** A read has no such option: its location is what {@code load(path)} is given. */
  private static final String PATH = "the path";

  public KeyNames {
    Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.addAll(own);
    own = Collections.unmodifiableSet(keys);
  }

  /** Of keys below a store's prefix, or of a catalog's own where the prefix is empty. */
  static KeyNames configured(String catalog, String prefix) {
    String start = ofCatalog(catalog);
    return new KeyNames(
        prefix.isEmpty() ? start : start + "store." + prefix + ".", "", start, Set.of());
  }

  /** Of options that were given to a statement or a method, which has the prefix elsewhere. */
  static KeyNames registered(String catalog, String prefix) {
    return new KeyNames("", " of store " + catalog + "." + prefix, ofCatalog(catalog), Set.of());
  }

  /** Of options of a read without a catalog. */
  static KeyNames source() {
    return new KeyNames("", "", "", Set.of());
  }

  private static String ofCatalog(String catalog) {
    return "spark.sql.catalog." + catalog + ".";
  }

  /** The same with the keys that the store sets itself. */
  KeyNames with(Collection<String> ownKeys) {
    return new KeyNames(before, after, defaults, Set.copyOf(ownKeys));
  }

  /** Whether there is a catalog, whose keys hold for its stores. */
  boolean haveDefaults() {
    return !defaults.isEmpty();
  }

  /** A key that the store sets, or may set, itself. */
  String own(String key) {
    return !haveDefaults() && DatasetOptions.LOCATION.matches(key) ? PATH : before + key + after;
  }

  /** A key for all stores. */
  String ofAll(String key) {
    return defaults + key;
  }
}
