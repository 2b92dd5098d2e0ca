package dev.almanac.folders;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The names that were read in a folder of the local disk, and what is known of the folders among
 * them. It does not change: of a folder that has changed, there is a new one.
 */
final class KnownFolder {

  /** Of a folder that nothing is known of, but that there is something in it. */
  static final KnownFolder UNKNOWN = new KnownFolder(null, List.of(), false, new KnownFolder[0]);

  /** Of a folder that nothing is known of, but that there is nothing in it. */
  static final KnownFolder UNKNOWN_EMPTY =
      new KnownFolder(null, List.of(), true, new KnownFolder[0]);

  private final FolderState state; // null where it does not tell whether the names are still true
  private final List<String> names;
  private final boolean empty;
  private final KnownFolder[] folders; // by the places of their names; null between; may end early
  private final int size;

  private KnownFolder(FolderState state, List<String> names, boolean empty, KnownFolder[] folders) {
    this.state = state;
    this.names = names;
    this.empty = empty;
    this.folders = folders;
    this.size = size(names, folders);
  }

  /**
   * A folder whose names were read.
   *
   * @param state as it was before its names were read; empty where that does not tell whether they
   *     are still true
   * @param names sorted
   * @param folders by the places of their names, with null in those of others; may end early
   */
  static KnownFolder of(Optional<FolderState> state, List<String> names, KnownFolder... folders) {
    return new KnownFolder(state.orElse(null), names, names.isEmpty(), folders);
  }

  private static int size(List<String> names, KnownFolder[] folders) {
    long size = names.size() + 1L; // an empty folder takes memory, too
    for (KnownFolder folder : folders) {
      size += folder == null ? 0 : folder.size;
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  /** Whether there is nothing in it. */
  boolean isEmpty() {
    return empty;
  }

  /** How many names it holds, those of folders below it among them, and how many folders. */
  int size() {
    return size;
  }

  /** Whether there is anything by which to tell that its names are still true. */
  boolean hasState() {
    return state != null;
  }

  /** The names in it, sorted; empty where they must be read, as it is not as it was. */
  Optional<List<String>> names(FolderState now) {
    return now.equals(state) ? Optional.of(names) : Optional.empty();
  }

  /**
   * What is known of a folder in it.
   *
   * @param place where its name is, if the names are as they were
   */
  KnownFolder folder(String name, int place) {
    int found =
        place < names.size() && names.get(place).equals(name)
            ? place
            : Collections.binarySearch(names, name);
    KnownFolder folder = found >= 0 && found < folders.length ? folders[found] : null;
    return folder == null ? UNKNOWN : folder;
  }
}
