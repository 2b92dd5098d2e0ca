package dev.almanac.folders;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Which remembered names a load of a table can trust: those in folders that have not changed since
 * their names were read, on file systems that tell. Git's untracked cache rests on the same, and
 * its index takes the same care with what changed at the time of reading.
 */
final class KnownNames {

  /**
   * File systems on which Linux itself gives a folder the time of each change. Not those in user
   * space or of other machines, which may make a time up, or keep an old one for a while.
   */
  private static final Set<String> TELLING =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "overlay");

  /**
   * Two changes within a tick of the file system's clock have one time. So a folder must have been
   * left alone for longer than the coarsest of ticks, a second, before its names are read.
   */
  private static final long SETTLED = TimeUnit.SECONDS.toNanos(3);

  private final FolderCache cache;
  private final long settled;
  private final boolean possible;
  private final Map<Long, Boolean> telling = new ConcurrentHashMap<>();

  /**
   * For one load of a table.
   *
   * @param now milliseconds since 1970-01-01 UTC, before which no folder is looked at
   */
  KnownNames(FolderCache cache, long now) {
    this.cache = cache;
    this.settled = TimeUnit.MILLISECONDS.toNanos(now) - SETTLED;
    this.possible =
        cache.isOn()
            && FileSystems.getDefault().supportedFileAttributeViews().contains(FolderState.VIEW);
  }

  /** How a folder is, before its names are asked for; empty where that tells nothing. */
  Optional<FolderState> state(Path folder) throws IOException {
    return possible ? telling(folder, FolderState.of(folder)) : Optional.empty();
  }

  /**
   * How a folder is, which was found already; empty where it tells nothing.
   *
   * @param above how the folder is that it is in, of which that tells something
   */
  Optional<FolderState> state(Path folder, FolderState state, FolderState above) {
    return state.device() == above.device() ? Optional.of(state) : telling(folder, state);
  }

  private Optional<FolderState> telling(Path folder, FolderState state) {
    return telling.computeIfAbsent(state.device(), device -> isTelling(folder))
        ? Optional.of(state)
        : Optional.empty();
  }

  private static boolean isTelling(Path folder) {
    try {
      return TELLING.contains(Files.getFileStore(folder).type());
    } catch (IOException e) {
      return false; // reading the folder says what is wrong, if anything is
    }
  }

  /** What is known of the folder that a walk begins in. */
  KnownFolder get(Path folder) {
    return cache.get(folder);
  }

  /** Keeps what a walk found that began in a folder, for other loads. */
  void keep(Path folder, KnownFolder found) {
    cache.keep(folder, found);
  }

  /**
   * What to know of a folder from now on. Its names will be trusted only if it is certain that any
   * change will show.
   *
   * @param state as it was before its names were read
   * @param names sorted
   * @param folders as {@link KnownFolder#of} takes them
   */
  KnownFolder known(FolderState state, List<String> names, KnownFolder... folders) {
    boolean tells = state.changedAt() < settled && names.stream().noneMatch(KnownNames::isGarbled);
    return KnownFolder.of(tells ? Optional.of(state) : Optional.empty(), names, folders);
  }

  /** Whether a name has bytes that the JVM's encoding has not: it does not lead to its file. */
  private static boolean isGarbled(String name) {
    return name.indexOf('\uFFFD') >= 0;
  }
}
