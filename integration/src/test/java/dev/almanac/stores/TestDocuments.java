package dev.almanac.stores;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A document store that tests fill.
 *
 * <p>A document is a map of field names to values, which are null, Boolean, Long, Double, String,
 * {@link java.time.Instant}, byte[], List or Map of such values. Every store has types for these.
 */
public interface TestDocuments {

  /** The store's location; empty where its options say all. */
  String location();

  /** The keys of the store, {@code connector} among them. */
  Map<String, String> options();

  /** The same with an address where no server listens; an error must come within seconds. */
  Map<String, String> unreachable();

  /** The smallest part of a second that the store keeps. */
  default ChronoUnit precision() {
    return ChronoUnit.MICROS;
  }

  /**
   * Whether the server can keep a value at all. To be answered by asking it, for servers that are
   * not ours.
   */
  default boolean keeps(Object value) {
    return true;
  }

  /**
   * Adds documents to a collection, which comes to be by it.
   *
   * @param collection a name of one part
   */
  void add(String collection, List<Map<String, Object>> documents);
}
