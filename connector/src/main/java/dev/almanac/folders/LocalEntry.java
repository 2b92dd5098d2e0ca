package dev.almanac.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at a file or folder of the local disk shows.
 *
 * @param length of a file, in bytes
 * @param modifiedAt of a file, milliseconds since 1970-01-01 UTC
 * @param state of a folder, where it was asked for
 */
record LocalEntry(
    Path path, String name, Kind kind, long length, long modifiedAt, Optional<FolderState> state) {

  /** What it is. */
  enum Kind {
    FILE,
    FOLDER,
    LINK;

    private static Kind of(boolean folder, boolean link) {
      return folder ? FOLDER : link ? LINK : FILE;
    }
  }

  private static final String WITH_STATE =
      FolderState.VIEW
          + ":isDirectory,isSymbolicLink,size,lastModifiedTime,"
          + FolderState.ATTRIBUTES;

  /** What is at a path, and its state, which takes a little longer, but no second look. */
  static LocalEntry withState(Path path, String name, LinkOption... options) throws IOException {
    return of(path, name, Files.readAttributes(path, WITH_STATE, options));
  }

  /** A folder of which nothing else was asked. */
  static LocalEntry folder(Path path, String name, FolderState state) {
    return new LocalEntry(path, name, Kind.FOLDER, 0, 0, Optional.of(state));
  }

  /** What was found at a path, without its state. */
  static LocalEntry of(Path path, String name, BasicFileAttributes found) {
    return new LocalEntry(
        path,
        name,
        Kind.of(found.isDirectory(), found.isSymbolicLink()),
        found.size(),
        found.lastModifiedTime().toMillis(),
        Optional.empty());
  }

  private static LocalEntry of(Path path, String name, Map<String, Object> found) {
    return new LocalEntry(
        path,
        name,
        Kind.of((Boolean) found.get("isDirectory"), (Boolean) found.get("isSymbolicLink")),
        (Long) found.get("size"),
        ((FileTime) found.get("lastModifiedTime")).toMillis(),
        Optional.of(FolderState.of(found)));
  }

  boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  boolean isLink() {
    return kind == Kind.LINK;
  }
}
