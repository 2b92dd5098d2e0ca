package dev.almanac.layout;

import java.util.List;

/**
 * The names that are directly in a folder.
 *
 * @param folders in any order
 * @param files in any order
 */
public record FolderNames(List<String> folders, List<String> files) {

  /** Of a folder that does not exist. */
  public static final FolderNames NOTHING = new FolderNames(List.of(), List.of());

  public FolderNames {
    folders = folders.stream().sorted().toList();
    files = files.stream().sorted().toList();
  }
}
