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

  private final NameCache cache;
  private final long settled;
  private final boolean possible;
  private final Map<Long, Boolean> telling = new ConcurrentHashMap<>();

  /**
   * For one load of a table.
   *
   * @param now milliseconds since 1970-01-01 UTC, before which no folder is looked at
   */
  KnownNames(NameCache cache, long now) {
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

  /** A state that was found already; empty where it tells nothing. */
  Optional<FolderState> telling(Path folder, FolderState state) {
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

  /** The names that a folder holds, sorted; empty where they must be read. */
  Optional<List<String>> names(FolderState folder) {
    return cache.names(folder);
  }

  /**
   * Keeps names for other loads, if it is certain that any change will show.
   *
   * @param folder as it was before its names were read
   * @param names sorted
   */
  void keep(FolderState folder, List<String> names) {
    if (folder.changedAt() < settled && names.stream().noneMatch(KnownNames::isGarbled)) {
      cache.keep(folder, names);
    }
  }

  /** Whether a name has bytes that the JVM's encoding has not: it does not lead to its file. */
  private static boolean isGarbled(String name) {
    return name.indexOf('\uFFFD') >= 0;
  }
}
