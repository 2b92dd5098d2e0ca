package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LruCacheTest {

  /** All that is kept under some keys, which are asked for. */
  private static Map<String, Integer> kept(LruCache<String, Integer> cache) {
    Map<String, Integer> kept = new TreeMap<>();
    for (String key : List.of("a", "b", "c", "d")) {
      cache.get(key).ifPresent(value -> kept.put(key, value));
    }
    return kept;
  }

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    LruCache<String, Integer> cache = new LruCache<>(2);
    cache.put("a", 1);
    cache.put("b", 2);
    assertThat(cache.get("a")).contains(1);
    cache.put("c", 3);
    assertThat(kept(cache)).containsOnlyKeys("a", "c");
    cache.put("a", 4); // is asked for by being put again
    cache.put("d", 5);
    assertThat(kept(cache)).isEqualTo(Map.of("a", 4, "d", 5));
  }

  @Test
  void keepsNothingWhereItMayNot() {
    LruCache<String, Integer> cache = new LruCache<>(0);
    cache.put("a", 1);
    assertThat(kept(cache)).isEmpty();
  }

  @Test
  void whatIsRemovedTakesNoRoom() {
    LruCache<String, Integer> cache = new LruCache<>(10, value -> value);
    cache.put("a", 6);
    cache.put("b", 4);
    cache.remove("a");
    cache.remove("c");
    assertThat(kept(cache)).isEqualTo(Map.of("b", 4));
    cache.put("d", 6);
    assertThat(kept(cache)).isEqualTo(Map.of("b", 4, "d", 6));
  }
}
