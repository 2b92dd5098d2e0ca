package dev.almanac.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path whose leading elements are {@code key=value}.
 *
 * @param values decoded, by key, in the order of the path; empty for null
 * @param unit the leading elements
 * @param rest the path after them
 */
record HivePath(Map<String, Optional<String>> values, String unit, List<String> rest) {

  static HivePath of(String folder) {
    List<String> path = Elements.of(folder);
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    int used = 0;
    while (used < path.size() && PathKind.isKeyValue(path.get(used))) {
      String element = path.get(used);
      values.putIfAbsent(keyOf(element), valueOf(element));
      used++;
    }
    return new HivePath(
        values,
        Elements.join(path.subList(0, used)),
        new ArrayList<>(path.subList(used, path.size())));
  }

  /** The value of a key; empty where it is null or missing. */
  Optional<String> value(String key) {
    return values.getOrDefault(key, Optional.empty());
  }

  /** The key of an element {@code key=value}. */
  static String keyOf(String element) {
    return HiveEncoding.decode(element.substring(0, element.indexOf('=')));
  }

  /** The value of an element {@code key=value}; empty for null. */
  static Optional<String> valueOf(String element) {
    String value = HiveEncoding.decode(element.substring(element.indexOf('=') + 1));
    return value.equals(HiveEncoding.NULL) ? Optional.empty() : Optional.of(value);
  }
}
