package dev.almanac.layout;

import java.util.List;

/** What a {@link DayWalk} lists with: the only way from here to a file system. */
@FunctionalInterface
public interface FolderLister {

  /**
   * The names of the folders directly in each of these, by one LIST for each, which may run side by
   * side.
   *
   * @param folders relative to the dataset's root; empty for the root itself
   * @return one list for each folder, in the same order; an empty one where there is no such folder
   */
  List<List<String>> children(List<String> folders);
}
