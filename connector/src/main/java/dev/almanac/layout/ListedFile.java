package dev.almanac.layout;

import java.util.Comparator;
import java.util.Objects;

/**
 * A file as a listing shows it. There may be a million of these at a time, most of them in few
 * folders: files of one folder can share its path.
 */
public final class ListedFile {

  /** By path, without putting paths together where that is not needed. */
  public static final Comparator<ListedFile> BY_PATH = ListedFile::comparePaths;

  private final String folder;
  private final String name;
  private final long length;
  private final long modifiedAt;
  private final String etag;

  /**
   * A file in a folder.
   *
   * @param folder relative to the dataset's root, elements separated by {@code /}, never starting
   *     with one; empty for the root itself
   * @param name the path's last element
   * @param length in bytes
   * @param modifiedAt milliseconds since 1970-01-01 UTC
   * @param etag what tells its content from another's of that name, on stores that have it;
   *     otherwise empty
   */
  public ListedFile(String folder, String name, long length, long modifiedAt, String etag) {
    if (name.isEmpty() || name.indexOf('/') >= 0 || folder.startsWith("/")) {
      throw new IllegalArgumentException(
          "not a path relative to a dataset: '" + folder + "/" + name + "'");
    }
    this.folder = folder;
    this.name = name;
    this.length = length;
    this.modifiedAt = modifiedAt;
    this.etag = etag;
  }

  /** A file by its path. */
  public ListedFile(String path, long length, long modifiedAt, String etag) {
    this(folderOf(path), nameOf(path), length, modifiedAt, etag);
  }

  /** A file by its path, without an etag. */
  public ListedFile(String path, long length, long modifiedAt) {
    this(path, length, modifiedAt, "");
  }

  /** A path without its last element; empty where there is no other. */
  public static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** A path's last element. */
  public static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Relative to the dataset's root. */
  public String path() {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The path without its last element; empty for a file directly in the dataset's root. */
  public String folder() {
    return folder;
  }

  /** The last element of the path. */
  public String name() {
    return name;
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  /** Milliseconds since 1970-01-01 UTC. */
  public long modifiedAt() {
    return modifiedAt;
  }

  /** What tells its content from another's of that name; empty on stores that have no such. */
  public String etag() {
    return etag;
  }

  @SuppressWarnings("ReferenceEquality") // mostly the same object; then nothing is to be compared
  private static int comparePaths(ListedFile one, ListedFile other) {
    if (one.folder == other.folder) {
      return one.name.compareTo(other.name);
    }
    int order = one.folder.compareTo(other.folder);
    if (order == 0) {
      return one.name.compareTo(other.name);
    }
    // A folder below the other, or one whose name goes on: what comes after decides.
    boolean beginsAlike =
        order > 0 ? one.folder.startsWith(other.folder) : other.folder.startsWith(one.folder);
    return beginsAlike ? one.path().compareTo(other.path()) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListedFile that
        && length == that.length
        && modifiedAt == that.modifiedAt
        && name.equals(that.name)
        && folder.equals(that.folder)
        && etag.equals(that.etag);
  }

  @Override
  public int hashCode() {
    return Objects.hash(folder, name, length, modifiedAt, etag);
  }

  @Override
  public String toString() {
    return path() + " (" + length + " bytes)";
  }
}
