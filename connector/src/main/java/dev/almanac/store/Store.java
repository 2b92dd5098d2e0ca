package dev.almanac.store;

import java.util.List;
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
 */
public record Store(
    List<String> prefix,
    String connector,
    String location,
    StoreOptions options,
    boolean configured) {

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
    return new Store(prefix, connector, location, options.with(value), configured);
  }

  /** For messages: {@code store sales.eu}. */
  @Override
  public String toString() {
    return prefix.isEmpty() ? "the default store" : "store " + prefixText();
  }
}
