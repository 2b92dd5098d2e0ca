package dev.almanac.folders;

import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PathKind;
import java.util.List;

/**
 * What a folder holds directly.
 *
 * @param folders names of its sub-folders, sorted
 * @param files its files, with paths relative to the dataset's root, sorted by name
 * @param exists whether there is such a folder (or file) at all
 * @param isFile whether the path is itself a file
 */
record Children(List<String> folders, List<ListedFile> files, boolean exists, boolean isFile) {

  static final Children NONE = new Children(List.of(), List.of(), false, false);

  Children {
    folders = List.copyOf(folders);
    files = List.copyOf(files);
  }

  /** Whether it is a folder with nothing but hidden things in it. */
  boolean isEmptyFolder() {
    return exists
        && !isFile
        && folders.stream().allMatch(Children::isHidden)
        && files.stream().map(ListedFile::name).allMatch(Children::isHidden);
  }

  private static boolean isHidden(String name) {
    return PathKind.of(name) == PathKind.HIDDEN;
  }
}
