package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The folder of one day, or one partition of it; or an undated dataset's root.
 *
 * <p>Where the scheme itself has hours, they are used as {@code by_hour} is: what is beside them is
 * a copy of the day that is not read.
 */
final class Day {

  private final Optional<LocalDate> date;
  private final Map<String, String> values;
  private final NavigableMap<Integer, DatedFolder> hours = new TreeMap<>();
  private Optional<DatedFolder> whole = Optional.empty();

  Day(Optional<LocalDate> date, Map<String, String> values) {
    this.date = date;
    this.values = values;
  }

  Optional<LocalDate> date() {
    return date;
  }

  /** The partition columns that are not null. */
  Map<String, String> values() {
    return values;
  }

  /** The folder of an hour, or of the day as a whole. */
  DatedFolder folder(OptionalInt hour, String path) {
    if (hour.isPresent()) {
      return hours.computeIfAbsent(hour.getAsInt(), h -> new DatedFolder(path, hour));
    }
    if (whole.isEmpty()) {
      whole = Optional.of(new DatedFolder(path, hour));
    }
    return whole.get();
  }

  /** Takes what another part of a listing has of it. */
  Day plus(Day other) {
    other.hours.forEach((hour, folder) -> hours.merge(hour, folder, DatedFolder::plus));
    whole =
        whole.isEmpty()
            ? other.whole
            : whole.map(folder -> other.whole.map(folder::plus).orElse(folder));
    return this;
  }

  /** All that may have frames. */
  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    whole.ifPresent(folder -> units.addAll(folder.units()));
    hours.values().forEach(folder -> units.addAll(folder.units()));
    return units;
  }

  /** Whether it has segments other than hours. */
  boolean isSegmented() {
    return whole.filter(DatedFolder::isSegmented).isPresent()
        || hours.values().stream().anyMatch(DatedFolder::isSegmented);
  }

  /** What to read of the day; the range contains it. */
  DatedFolder.Wanted wanted(ReadRequest request) {
    Optional<DateRange> range = date.isEmpty() ? Optional.empty() : request.range();
    boolean cut = range.isPresent() && !range.get().containsWhole(date.get());
    SegmentFilter filter = request.filter();
    boolean filtered = whole.isPresent() && whole.get().filtered(filter).isPresent();
    if (hours.isEmpty() || (filtered && !cut)) {
      return whole
          .orElseThrow()
          .wanted(filter, hour -> !cut || range.get().containsHour(date.get(), hour), cut);
    }
    List<Unit> units = new ArrayList<>();
    hours.forEach(
        (hour, folder) -> {
          if (!cut || range.get().containsHour(date.get(), hour)) {
            units.addAll(folder.wanted(filter, h -> true, false).units());
          }
        });
    return new DatedFolder.Wanted(Optional.empty(), true, units);
  }
}
