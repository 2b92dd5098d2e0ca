package dev.almanac.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * A listing with each file put in its day, hour, segment and frame. The order of the listing makes
 * no difference, nor does a file that is listed twice.
 *
 * <p>In a dated folder, {@code by_*} folders are segments, {@code as_at_*} folders are frames,
 * {@code BACKOUT} and names that start with {@code _} or {@code .} are not data; sub-folders of
 * other names belong to what they are in. A folder exists as far as there are files in it.
 */
public final class Contents {

  /** So many files are worth a thread's while, and so many days. */
  private static final int PART = 2048;

  private static final int PART_OF_DAYS = 64;

  /** Parts have to be put together in the end, so they are few. */
  private static final int MOST_PARTS = 2 * Runtime.getRuntime().availableProcessors();

  private final List<Day> days;
  private final List<PartitionColumn> columns;
  private final Skipped skipped;

  Contents(List<Day> days, List<PartitionColumn> columns, Skipped skipped) {
    this.days = days;
    this.columns = columns;
    this.skipped = skipped;
  }

  /**
   * Places a listing.
   *
   * @param listing all files below the folders that were listed
   */
  public static Contents of(PartitionScheme scheme, List<ListedFile> listing) {
    return placed(scheme, listing)
        .or(() -> placed(scheme, sorted(listing))) // which listings seldom need
        .orElseThrow()
        .contents();
  }

  /** Empty where files are not by path, each once. Parts of a long listing are placed at once. */
  private static Optional<Placer> placed(PartitionScheme scheme, List<ListedFile> files) {
    return inParts(
        files.size(), PART, (from, to) -> placed(scheme, files, from, to), Contents::both);
  }

  private interface Part<T> {
    T of(int from, int to);
  }

  /** Does what there is to do for many in parts, side by side, where these are worth it. */
  private static <T> T inParts(int size, int least, Part<T> part, BinaryOperator<T> plus) {
    int parts = Math.max(1, Math.min(size / least, MOST_PARTS));
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(i -> part.of(start(size, i, parts), start(size, i + 1, parts)))
        .reduce(plus)
        .orElseThrow();
  }

  private static int start(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }

  private static Optional<Placer> placed(
      PartitionScheme scheme, List<ListedFile> files, int from, int to) {
    Placer placer = new Placer(scheme);
    for (int i = from; i < to; i++) {
      ListedFile file = files.get(i);
      if (i > 0 && ListedFile.BY_PATH.compare(files.get(i - 1), file) >= 0) {
        return Optional.empty();
      }
      placer.add(file);
    }
    return Optional.of(placer);
  }

  private static Optional<Placer> both(Optional<Placer> first, Optional<Placer> second) {
    return first.flatMap(placer -> second.map(placer::plus));
  }

  /** By path, each once. */
  private static List<ListedFile> sorted(List<ListedFile> listing) {
    List<ListedFile> all = new ArrayList<>(listing);
    all.sort(ListedFile.BY_PATH);
    List<ListedFile> once = new ArrayList<>(all.size());
    for (ListedFile file : all) {
      if (once.isEmpty() || ListedFile.BY_PATH.compare(once.get(once.size() - 1), file) != 0) {
        once.add(file);
      }
    }
    return once;
  }

  /** What a request reads of this. */
  public Selection select(ReadRequest request) {
    return inParts(
            days.size(), PART_OF_DAYS, (from, to) -> selected(request, from, to), Selector::plus)
        .selection(skipped);
  }

  private Selector selected(ReadRequest request, int from, int to) {
    Selector selector = new Selector(request);
    days.subList(from, to).forEach(selector::add);
    return selector;
  }

  /** Whether it has segments other than hours: without any, no {@link SegmentFilter} narrows it. */
  public boolean isSegmented() {
    return days.stream().anyMatch(Day::isSegmented);
  }

  /** The days that have any file, ascending; none in undated datasets. */
  public List<LocalDate> days() {
    return days.stream().map(Day::date).flatMap(Optional::stream).distinct().toList();
  }

  /** The columns that the folders' names give: those of the scheme, then others as they come. */
  public List<PartitionColumn> partitionColumns() {
    return columns;
  }
}
