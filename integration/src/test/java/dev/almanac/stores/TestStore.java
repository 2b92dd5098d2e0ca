package dev.almanac.stores;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A place that tests fill and Almanac reads. Tests keep out of each other's way by folders. */
interface TestStore {

  /** A folder of this place, as a store's location. */
  String location(String folder);

  /** A store's options to read it by, besides the location. */
  Map<String, String> options();

  /** Puts a file; one whose path ends in a slash is the mark of an empty folder. */
  void put(String path, byte[] content);

  void delete(String path);

  /**
   * Whether the server can have such a name at all. To be answered by asking it, for servers that
   * are not ours.
   */
  default boolean holds(String name) {
    return true;
  }

  default void put(String path, String content) {
    put(path, content.getBytes(StandardCharsets.UTF_8));
  }
}
