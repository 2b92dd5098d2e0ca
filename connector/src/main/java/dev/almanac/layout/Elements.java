package dev.almanac.layout;

import java.util.ArrayList;
import java.util.List;

/** The elements of relative paths. */
final class Elements {

  private Elements() {}

  /** None for the empty path, which is the dataset's root. */
  static List<String> of(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> elements = new ArrayList<>();
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      elements.add(path.substring(start, slash));
      start = slash + 1;
    }
    elements.add(path.substring(start));
    return elements;
  }

  /** The first elements of a path that has at least so many; all of it where it has no more. */
  static String first(int count, String path) {
    int end = -1;
    for (int i = 0; i < count; i++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, Math.max(0, end));
  }

  static String join(List<String> elements) {
    return String.join("/", elements);
  }

  /** A folder's child. */
  static String below(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
