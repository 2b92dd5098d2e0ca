package dev.almanac.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A listing with each file put in its day, hour, segment and frame. The order of the listing makes
 * no difference, nor does a file that is listed twice.
 *
 * <p>In a dated folder, {@code by_*} folders are segments, {@code as_at_*} folders are frames,
 * {@code BACKOUT} and names that start with {@code _} or {@code .} are not data; sub-folders of
 * other names belong to what they are in. A folder exists as far as there are files in it.
 */
public final class Contents {

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
  public static Contents of(PartitionScheme scheme, Collection<ListedFile> listing) {
    Placer placer = new Placer(scheme);
    ListedFile previous = null;
    for (ListedFile file : listing) {
      if (previous != null && ListedFile.BY_PATH.compare(previous, file) >= 0) {
        return of(scheme, sorted(listing)); // which listings seldom need
      }
      placer.add(file);
      previous = file;
    }
    return placer.contents();
  }

  /** By path, each once. */
  private static List<ListedFile> sorted(Collection<ListedFile> listing) {
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
    Selector selector = new Selector(request);
    days.forEach(selector::add);
    return selector.selection(skipped);
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
