package dev.almanac.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A place with data and the prefix under which its datasets are tables.
 *
 * @param prefix the parts of the prefix; none for the catalog's default store
 * @param connector the name of the connector that reads it
 * @param location what the connector finds it by: for folders a path or URI; may be empty where the
 *     connector finds it by its options
 * @param options validated options
 * @param configured whether it comes from configuration keys, rather than from a registration
 * @param names how the user wrote its keys
 */
public record Store(
    List<String> prefix,
    String connector,
    String location,
    StoreOptions options,
    boolean configured,
    KeyNames names) {

  public Store {
    prefix = List.copyOf(prefix);
  }

  /** The prefix as users write it: {@code sales.eu}; empty for the default store. */
  public String prefixText() {
    return String.join(".", prefix);
  }

  /**
   * The store with other values of its options.
   *
   * @param value of a key and what it is set to: what it is to be
   */
  public Store with(BinaryOperator<String> value) {
    return new Store(prefix, connector, location, options.with(value), configured, names);
  }

  /** An option as the user wrote it, or would have to, for messages. */
  public String place(Option option) {
    return place(option.key());
  }

  /** A key as the user wrote it, or would have to, for messages. */
  public String place(String key) {
    return isInherited(key) ? names.ofAll(key) : names.own(key);
  }

  /** An option and its value, {@code <place> = <value>}, for messages. */
  public String setting(Option option, String value) {
    String written = option.key() + " = " + value;
    return isInherited(option.key()) ? names.ofAll(written) : names.own(written);
  }

  private boolean isInherited(String key) {
    return !names.own().contains(key) && options.asMap().containsKey(key);
  }

  /** Whether the store sets an option itself, rather than its catalog for all stores. */
  public boolean sets(Option option) {
    return names.own().contains(option.key());
  }

  /** The options that the store sets itself. */
  public Map<String, String> ownOptions() {
    Map<String, String> own = new TreeMap<>(options.asMap());
    own.keySet().retainAll(names.own());
    return own;
  }

  /** For messages: {@code store sales.eu}. */
  @Override
  public String toString() {
    return prefix.isEmpty() ? "the default store" : "store " + prefixText();
  }
}
