package dev.almanac.folders;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Folder, Names> folders = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /**
   * An empty cache.
   *
   * @param most how many names to remember, of files and of folders; 0 for none
   */
  NameCache(int most) {
    this.most = most;
  }

  /** Whether it remembers anything at all. */
  boolean isOn() {
    return most > 0;
  }

  /**
   * The names in a folder, sorted, as they were kept; empty where it is not known, or has changed.
   */
  synchronized Optional<List<String>> names(FolderState folder) {
    return Optional.ofNullable(folders.get(Folder.of(folder)))
        .filter(known -> known.changedAt == folder.changedAt())
        .map(Names::names);
  }

  /**
   * Remembers names.
   *
   * @param folder as it was before its names were read
   * @param names sorted
   */
  synchronized void keep(FolderState folder, List<String> names) {
    Names kept = new Names(folder.changedAt(), names);
    if (kept.size() > most) {
      return;
    }
    size += kept.size();
    Names before = folders.put(Folder.of(folder), kept);
    size -= before == null ? 0 : before.size();
    for (Iterator<Names> eldest = folders.values().iterator(); size > most; ) {
      size -= eldest.next().size();
      eldest.remove();
    }
  }

  /** Forgets everything. */
  synchronized void clear() {
    folders.clear();
    size = 0;
  }
}
