package dev.almanac.folders;

import dev.almanac.layout.DataFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that a scan reads, and what was left out of those that the date range selected.
 *
 * @param files those to read, in the order of the listing
 * @param pruned those that filters decided need not be read
 */
record FilePlan(List<DataFile> files, List<DataFile> pruned) {

  /** What a list of files amounts to. */
  record Summary(int days, int frames, int files, long bytes) {

    static Summary of(List<DataFile> files) {
      Set<Object> days = new HashSet<>();
      Set<Object> frames = new HashSet<>();
      long bytes = 0;
      for (DataFile file : files) {
        bytes += file.file().length();
        file.day().ifPresent(days::add);
        file.frame().ifPresent(frame -> frames.add(List.of(file.day(), file.hour(), frame)));
      }
      return new Summary(days.size(), frames.size(), files.size(), bytes);
    }
  }

  FilePlan {
    files = List.copyOf(files);
    pruned = List.copyOf(pruned);
  }

  /** Leaves out the files that do not pass. */
  FilePlan keep(Predicate<DataFile> passes) {
    List<DataFile> kept = new ArrayList<>();
    List<DataFile> dropped = new ArrayList<>(pruned);
    for (DataFile file : files) {
      (passes.test(file) ? kept : dropped).add(file);
    }
    return new FilePlan(kept, dropped);
  }

  /** The length in bytes of the files to read, as they are stored. */
  long bytes() {
    return files.stream().mapToLong(file -> file.file().length()).sum();
  }

  Summary kept() {
    return Summary.of(files);
  }

  /** The days that remain are not counted as pruned where only some of their files are. */
  Summary dropped() {
    Summary all = Summary.of(pruned);
    Set<Object> remaining = new HashSet<>();
    files.forEach(file -> file.day().ifPresent(remaining::add));
    Set<Object> days = new HashSet<>();
    pruned.forEach(file -> file.day().filter(day -> !remaining.contains(day)).ifPresent(days::add));
    return new Summary(days.size(), all.frames(), all.files(), all.bytes());
  }
}
