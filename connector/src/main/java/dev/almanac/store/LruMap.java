package dev.almanac.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes maps that forget what was asked for longest ago (least recently used) first. */
public final class LruMap {

  private LruMap() {}

  /**
   * An empty map, for many threads.
   *
   * @param most how many entries it keeps; 0 for none
   */
  public static <K, V> Map<K, V> ofAtMost(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
