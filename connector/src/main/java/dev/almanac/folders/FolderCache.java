package dev.almanac.folders;

import dev.almanac.store.LruCache;
import java.nio.file.Path;

/**
 * Remembers what walks of a local disk found, each as a whole, by the folder that it began in.
 * Bounded: of too many names, walks that were asked for longest ago are forgotten first. For many
 * threads.
 */
final class FolderCache {

  private final int most;
  private final LruCache<Path, KnownFolder> walks;

  /**
   * An empty cache.
   *
   * @param most how many names to remember, of files and of folders; 0 for none
   */
  FolderCache(int most) {
    this.most = most;
    this.walks = new LruCache<>(most, KnownFolder::size);
  }

  /** Whether it remembers anything at all. */
  boolean isOn() {
    return most > 0;
  }

  /** What is known of the folder that a walk begins in. */
  KnownFolder get(Path folder) {
    return walks.get(folder).orElse(KnownFolder.UNKNOWN);
  }

  /** Remembers what a walk found that began in a folder. */
  void keep(Path folder, KnownFolder known) {
    walks.put(folder, known);
  }

  /** Forgets everything. */
  void clear() {
    walks.clear();
  }
}
