package dev.almanac.layout;

/**
 * A file as a listing shows it.
 *
 * @param path relative to the dataset's root, elements separated by {@code /}, never starting with
 *     one
 * @param length in bytes
 * @param modifiedAt milliseconds since 1970-01-01 UTC
 * @param etag what tells its content from another's of that name, on stores that have it; otherwise
 *     empty
 */
public record ListedFile(String path, long length, long modifiedAt, String etag) {

  /** A file without an etag. */
  public ListedFile(String path, long length, long modifiedAt) {
    this(path, length, modifiedAt, "");
  }

  public ListedFile {
    if (path.isEmpty() || path.charAt(0) == '/') {
      throw new IllegalArgumentException("not a path relative to a dataset: '" + path + "'");
    }
  }

  /** The last element of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without its last element; empty for a file directly in the dataset's root. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
