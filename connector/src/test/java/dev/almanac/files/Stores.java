package dev.almanac.files;

import dev.almanac.store.Store;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stores for tests of this package. */
final class Stores {

  private Stores() {}

  /** A store at a location, with options as pairs of key and value. */
  static Store at(String location, String... options) {
    Map<String, String> map = new TreeMap<>();
    map.put("location", location);
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return new dev.almanac.store.Stores("lake", List.of("folders")).register(List.of("s"), map);
  }
}
