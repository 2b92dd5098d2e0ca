package dev.almanac.folders;

import dev.almanac.store.LruCache;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the names in folders of a local disk, as long as a folder stays as it is. Bounded: of
 * too many, folders that were asked for longest ago are forgotten first. For many threads.
 */
final class NameCache {

  private record Folder(long device, long inode) {

    static Folder of(FolderState state) {
      return new Folder(state.device(), state.inode());
    }
  }

  private record Names(long changedAt, List<String> names) {

    /** An empty folder takes memory, too. */
    int size() {
      return names.size() + 1;
    }
  }

  private final int most;
  private final LruCache<Folder, Names> folders;

  /**
   * An empty cache.
   *
   * @param most how many names to remember, of files and of folders; 0 for none
   */
  NameCache(int most) {
    this.most = most;
    this.folders = new LruCache<>(most, Names::size);
  }

  /** Whether it remembers anything at all. */
  boolean isOn() {
    return most > 0;
  }

  /** The names in a folder, sorted, as they were kept; empty where it is not known, or changed. */
  Optional<List<String>> names(FolderState folder) {
    return folders
        .get(Folder.of(folder))
        .filter(known -> known.changedAt == folder.changedAt())
        .map(Names::names);
  }

  /**
   * Remembers names.
   *
   * @param folder as it was before its names were read
   * @param names sorted
   */
  void keep(FolderState folder, List<String> names) {
    folders.put(Folder.of(folder), new Names(folder.changedAt(), names));
  }

  /** Forgets everything. */
  void clear() {
    folders.clear();
  }
}
