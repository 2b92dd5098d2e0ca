package dev.almanac.folders;

import dev.almanac.layout.DataFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files that a scan reads, and what was left out of those that the date range selected. What
 * they amount to is asked several times while a query is planned, and added up once.
 */
final class FilePlan {

  /**
   * What a list of files amounts to.
   *
   * @param bytes as they are stored
   * @param formats the names of the files' formats
   */
  record Summary(int days, int frames, int files, long bytes, SortedSet<String> formats) {

    static Summary of(List<DataFile> files) {
      Set<Object> days = new HashSet<>();
      Set<Object> frames = new HashSet<>();
      SortedSet<String> formats = new TreeSet<>();
      long bytes = 0;
      DataFile previous = null;
      for (DataFile file : files) {
        bytes += file.file().length();
        // Mostly a file has what the one before it has, and need not be put into any set.
        if (previous == null || !file.kind().equals(previous.kind())) {
          formats.add(file.kind().format());
        }
        if (previous == null || !file.day().equals(previous.day())) {
          file.day().ifPresent(days::add);
        }
        if (previous == null || !file.file().folder().equals(previous.file().folder())) {
          file.frame().ifPresent(frame -> frames.add(List.of(file.day(), file.hour(), frame)));
        }
        previous = file;
      }
      return new Summary(days.size(), frames.size(), files.size(), bytes, formats);
    }
  }

  private final List<DataFile> files;
  private final List<DataFile> pruned;
  private Optional<Summary> kept = Optional.empty(); // until it is asked for

  /**
   * A plan.
   *
   * @param files those to read, in the order of the listing
   * @param pruned those that filters decided need not be read
   */
  FilePlan(List<DataFile> files, List<DataFile> pruned) {
    this.files = List.copyOf(files);
    this.pruned = List.copyOf(pruned);
  }

  /** The files to read, in the order of the listing. */
  List<DataFile> files() {
    return files;
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

  /** What the files to read amount to. */
  Summary kept() {
    if (kept.isEmpty()) {
      kept = Optional.of(Summary.of(files));
    }
    return kept.get();
  }

  /** The days that remain are not counted as pruned where only some of their files are. */
  Summary dropped() {
    Summary all = Summary.of(pruned);
    if (pruned.isEmpty()) {
      return all;
    }
    Set<Object> remaining = new HashSet<>();
    files.forEach(file -> file.day().ifPresent(remaining::add));
    Set<Object> days = new HashSet<>();
    pruned.forEach(file -> file.day().filter(day -> !remaining.contains(day)).ifPresent(days::add));
    return new Summary(days.size(), all.frames(), all.files(), all.bytes(), all.formats());
  }
}
