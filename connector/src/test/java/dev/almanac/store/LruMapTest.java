package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LruMapTest {

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    Map<String, Integer> map = LruMap.ofAtMost(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);
    map.put("c", 3);
    assertThat(map).containsOnlyKeys("a", "c");
    map.put("a", 4); // is asked for by being put again
    map.put("d", 5);
    assertThat(map).isEqualTo(Map.of("a", 4, "d", 5));
  }

  @Test
  void keepsNothingWhereItMayNot() {
    Map<String, Integer> map = LruMap.ofAtMost(0);
    map.put("a", 1);
    assertThat(map).isEmpty();
  }
}
