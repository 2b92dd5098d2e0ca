package dev.almanac.folders;

import dev.almanac.layout.Contents;
import dev.almanac.layout.DayReport;
import dev.almanac.layout.DayWalk;
import dev.almanac.layout.Folder;
import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.layout.SegmentFilter;
import dev.almanac.layout.Selection;
import dev.almanac.layout.Skipped;
import dev.almanac.store.DatasetSpan;
import dev.almanac.temporal.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which days a dated dataset has, found with as few LISTs as its folders allow: level by level
 * where the date leads, from a listing of everything where it does not.
 */
final class DatasetDays {

  private final OpenDataset dataset;
  private final PartitionScheme scheme;
  private final ZoneId zone;
  private final List<DayWalk> walks = new ArrayList<>();

  DatasetDays(OpenDataset dataset, PartitionScheme scheme) {
    this.dataset = dataset;
    this.scheme = scheme;
    this.zone = dataset.store().options().timeZone();
  }

  /** The first day that has a folder. */
  Optional<LocalDate> first() {
    return first(nearest(LocalDate.MIN));
  }

  /** The last day that has a folder. */
  Optional<LocalDate> last() {
    return first(newest());
  }

  /** The day that has a folder and is nearest to another. */
  Optional<LocalDate> nearestTo(LocalDate day) {
    return first(nearest(day));
  }

  /** The first and the last day that have a folder, and the years between that have some. */
  Optional<DatasetSpan> span() {
    return first()
        .flatMap(first -> last().map(last -> new DatasetSpan(first, last, years(first, last))));
  }

  private List<Integer> years(LocalDate first, LocalDate last) {
    SortedSet<Integer> years =
        walk()
            .map(DayWalk::years)
            .orElseGet(
                () ->
                    listedDays().stream()
                        .map(LocalDate::getYear)
                        .collect(Collectors.toCollection(TreeSet::new)));
    return List.copyOf(years.subSet(first.getYear(), last.getYear() + 1));
  }

  /** The first and last day that have a folder, and all between. */
  Optional<DateRange> all() {
    return first().flatMap(from -> last().map(to -> DateRange.ofDays(from, to, zone)));
  }

  /** Whether one folder holds those of all days, as in {@code dt=2024-01-01}. */
  boolean inOneFolder() {
    return scheme.levels().filter(levels -> levels.depth() == 1).isPresent();
  }

  /** The folders to list for a range of many days: only those that are there. */
  List<Folder> folders(DateRange range) {
    if (scheme.levels().isEmpty()) {
      return scheme.foldersFor(range);
    }
    if (inOneFolder()) {
      return walk().orElseThrow().within(range);
    }
    return all().flatMap(all -> overlap(range, all)).map(scheme::foldersFor).orElse(List.of());
  }

  private static Optional<DateRange> overlap(DateRange range, DateRange all) {
    LocalDate first = later(range.firstDay(), all.firstDay());
    LocalDate last = range.lastDay().isBefore(all.lastDay()) ? range.lastDay() : all.lastDay();
    return last.isBefore(first)
        ? Optional.empty()
        : Optional.of(DateRange.ofDays(first, last, range.zone()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Folders found so far that have the form of dates, but name none. */
  Skipped skipped() {
    return walks.stream().map(DayWalk::skipped).reduce(Skipped.NOTHING, Skipped::plus);
  }

  /**
   * The newest day that can be read.
   *
   * @param knownAt with the frames of this instant; empty for now
   * @param wanted what its selection must have
   * @param most how many days are looked at
   */
  Optional<Selection> newest(Optional<Instant> knownAt, Predicate<Selection> wanted, int most) {
    Iterator<LocalDate> days = newest();
    for (int looked = 0; looked < most && days.hasNext(); looked++) {
      Selection selection = day(days.next(), knownAt);
      if (wanted.test(selection)) {
        return Optional.of(selection);
      }
    }
    return Optional.empty();
  }

  /** The newest day with something to read: what LATEST means. */
  Optional<LocalDate> latest(Optional<Instant> knownAt) {
    return newest(knownAt, DatasetDays::isRead, Integer.MAX_VALUE)
        .flatMap(selection -> selection.days().get(0).day());
  }

  static boolean isRead(Selection selection) {
    return selection.days().stream().anyMatch(day -> day.state() == DayReport.State.READ);
  }

  private Selection day(LocalDate day, Optional<Instant> knownAt) {
    DateRange range = DateRange.ofDays(day, day, zone);
    List<String> folders = scheme.foldersFor(range).stream().map(Folder::path).toList();
    List<ListedFile> files = dataset.filesBelow(folders);
    return Contents.of(scheme, files)
        .select(new ReadRequest(Optional.of(range), SegmentFilter.NONE, knownAt));
  }

  private Iterator<LocalDate> newest() {
    return walk()
        .map(walk -> days(walk.newestFirst()))
        .orElseGet(
            () -> {
              List<LocalDate> days = new ArrayList<>(listedDays());
              Collections.reverse(days);
              return days.iterator();
            });
  }

  private Iterator<LocalDate> nearest(LocalDate day) {
    return walk()
        .map(walk -> days(walk.nearestFirst(day)))
        .orElseGet(
            () ->
                listedDays().stream()
                    .sorted(
                        java.util.Comparator.comparing(
                            found -> Math.abs(found.toEpochDay() - day.toEpochDay())))
                    .iterator());
  }

  private Optional<DayWalk> walk() {
    Optional<DayWalk> walk = scheme.levels().map(levels -> new DayWalk(levels, dataset.lister()));
    walk.ifPresent(walks::add);
    return walk;
  }

  private List<LocalDate> listedDays() {
    return Contents.of(scheme, dataset.listing().flat("")).days();
  }

  private static Iterator<LocalDate> days(Iterator<Folder> folders) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return folders.hasNext();
      }

      @Override
      public LocalDate next() {
        return folders.next().days().first();
      }
    };
  }

  private static Optional<LocalDate> first(Iterator<LocalDate> days) {
    return days.hasNext() ? Optional.of(days.next()) : Optional.empty();
  }
}
