package dev.almanac.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Keeps values that together weigh no more than a limit, and forgets what was asked for longest ago
 * (least recently used) first. For many threads.
 */
public final class LruCache<K, V> {

  private final long most;
  private final ToIntFunction<V> weight;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /**
   * Keeps nothing yet.
   *
   * @param most how many values it keeps; 0 for none
   */
  public LruCache(int most) {
    this(most, value -> 1);
  }

  /**
   * Keeps nothing yet.
   *
   * @param most the limit; what weighs more alone is not kept
   * @param weight of a value; more than 0, and always the same
   */
  public LruCache(long most, ToIntFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What is kept under a key. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Keeps a value, in place of the one before it. */
  public synchronized void put(K key, V value) {
    if (weight.applyAsInt(value) > most) {
      return;
    }
    total += weight.applyAsInt(value);
    V before = values.put(key, value);
    total -= before == null ? 0 : weight.applyAsInt(before);
    for (Iterator<V> eldest = values.values().iterator(); total > most; ) {
      total -= weight.applyAsInt(eldest.next());
      eldest.remove();
    }
  }

  /** Forgets what is kept under a key. */
  public synchronized void remove(K key) {
    V before = values.remove(key);
    total -= before == null ? 0 : weight.applyAsInt(before);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    values.clear();
    total = 0;
  }
}
