package dev.almanac.folders;

import java.util.List;
import org.apache.hadoop.fs.Path;

/** Builds Hadoop paths from path elements, which may hold colons, spaces and percent signs. */
final class Paths {

  private Paths() {}

  /** A path below another; the same where {@code relative} is empty. */
  static Path below(Path parent, String relative) {
    if (relative.isEmpty()) {
      return parent;
    }
    // Path(parent, child) would take a colon in the child for the end of a scheme.
    String start = parent.toUri().getPath();
    return new Path(
        parent.toUri().getScheme(),
        parent.toUri().getAuthority(),
        start.endsWith("/") ? start + relative : start + "/" + relative);
  }

  static Path below(Path parent, List<String> elements) {
    return below(parent, String.join("/", elements));
  }
}
