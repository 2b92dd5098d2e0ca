package dev.almanac.ui.page;

import java.util.List;

/**
 * The folder that paths have in common: it is said once, so that what differs is read at a glance,
 * and fits into a narrow window.
 *
 * @param path with a slash at its end; empty where they have none in common
 */
record CommonFolder(String path) {

  static CommonFolder of(List<String> paths) {
    if (paths.isEmpty()) {
      return new CommonFolder("");
    }
    String common = folder(paths.get(0));
    for (String path : paths) {
      while (!path.startsWith(common)) {
        common = folder(common.substring(0, common.length() - 1));
      }
    }
    return new CommonFolder(common);
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What a path has below the folder. */
  String within(String whole) {
    return whole.substring(path.length());
  }

  /** A line that says which it is. */
  Html html() {
    return path.isEmpty()
        ? Html.none()
        : Html.tag("p").of("almanac-folder").add(Html.tag("strong").text("In: "), Html.text(path));
  }
}
