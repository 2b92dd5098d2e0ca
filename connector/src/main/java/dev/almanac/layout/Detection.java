package dev.almanac.layout;

import java.util.List;
import java.util.function.Function;

/** What a folder is, as far as looking at names has shown. */
public sealed interface Detection {

  /**
   * A dataset.
   *
   * @param scheme how it is divided
   */
  record Found(PartitionScheme scheme) implements Detection {}

  /**
   * No dataset, but there may be some below.
   *
   * @param folders the names of the folders to look for them in
   */
  record FolderOfFolders(List<String> folders) implements Detection {}

  /**
   * Neither data nor folders.
   *
   * @param files the names of the files, all of unknown types; none for an empty folder
   */
  record NoData(List<String> files) implements Detection {}

  /**
   * Not known yet.
   *
   * @param folders to be looked into, by one LIST each, relative to the folder in question; empty
   *     for that folder itself
   * @param next takes what is directly in each of them, in the same order
   */
  record Look(List<String> folders, Function<List<FolderNames>, Detection> next)
      implements Detection {}

  /**
   * Looks until it is known; the result is no {@link Look}.
   *
   * @param lister gives what is directly in each folder, in the same order; {@link
   *     FolderNames#NOTHING} for one that does not exist
   */
  default Detection resolve(Function<List<String>, List<FolderNames>> lister) {
    Detection detection = this;
    while (detection instanceof Look look) {
      detection = look.next().apply(lister.apply(look.folders()));
    }
    return detection;
  }
}
