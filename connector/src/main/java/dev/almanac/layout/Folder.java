package dev.almanac.layout;

/**
 * A folder to be listed with all that is below it, by one LIST. It need not exist.
 *
 * @param path relative to the dataset's root; empty for the root itself
 * @param days the days that it may hold
 */
public record Folder(String path, DateSpan days) {

  static final Folder ROOT = new Folder("", DateSpan.ALL);
}
