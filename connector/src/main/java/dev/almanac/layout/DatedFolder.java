package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A folder that a scheme dates (a day, or an hour of a scheme with hours), or an undated dataset's
 * root: loose files and frames, and {@code by_<field>} folders, each with a full copy of it.
 */
final class DatedFolder {

  private static final String BY_HOUR = PathKind.SEGMENTATION_PREFIX + HiveDates.HOUR;

  /**
   * A {@code by_<field>} folder.
   *
   * @param name the same object for all its segments, of which there may be very many
   * @param segments by {@code <field>=<value>}
   */
  private record Segmentation(String name, NavigableMap<String, Unit> segments) {

    Segmentation(String name) {
      this(name, new TreeMap<>());
    }

    Segmentation plus(Segmentation other) {
      other.segments.forEach((element, unit) -> segments.merge(element, unit, Unit::plus));
      return this;
    }
  }

  private final String path;
  private final OptionalInt hour;
  private final Unit whole;

  private final NavigableMap<String, Segmentation> segmentations = new TreeMap<>(); // by name

  DatedFolder(String path, OptionalInt hour) {
    this.path = path;
    this.hour = hour;
    this.whole = Unit.whole(path, hour);
  }

  /** The folder itself, without its segments. */
  Unit whole() {
    return whole;
  }

  /**
   * A segment of the folder.
   *
   * @param segmentation {@code by_<field>}
   * @param element {@code <field>=<value>}
   */
  Unit segment(String segmentation, String element) {
    Segmentation by = segmentations.computeIfAbsent(segmentation, Segmentation::new);
    return by.segments().computeIfAbsent(element, e -> newSegment(by.name(), e));
  }

  private Unit newSegment(String segmentation, String element) {
    OptionalInt ofHour = isHours(segmentation) ? WholeNumber.parse(valueOf(element)) : this.hour;
    return new Unit(path, segmentation, element, ofHour);
  }

  /** Takes what another part of a listing has of it. */
  DatedFolder plus(DatedFolder other) {
    whole.plus(other.whole);
    other.segmentations.forEach(
        (name, theirs) -> segmentations.merge(name, theirs, Segmentation::plus));
    return this;
  }

  /** The folder and its segments. */
  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    units.add(whole);
    segmentations.values().forEach(by -> units.addAll(by.segments().values()));
    return units;
  }

  /** Whether it has segments other than hours. */
  boolean isSegmented() {
    return segmentations.keySet().stream().anyMatch(name -> !isHours(name));
  }

  /** The segmentation that the filter narrows, the first by name. */
  Optional<String> filtered(SegmentFilter filter) {
    return segmentations.keySet().stream()
        .filter(name -> !isHours(name) && filter.has(fieldOf(name)))
        .findFirst();
  }

  /**
   * What to read: hours where the range cuts the day, or else the segments that a filter asks for,
   * or else one whole segmentation, hours before others; or, where there are no segments, the
   * folder itself. Never two of these, because each is a full copy.
   *
   * @param hours the hours that are wanted
   * @param cut whether these are not all of the day
   */
  Wanted wanted(SegmentFilter filter, IntPredicate hours, boolean cut) {
    if (segmentations.isEmpty()) {
      return new Wanted(Optional.empty(), false, List.of(whole));
    }
    boolean byHour = segmentations.containsKey(BY_HOUR);
    Optional<String> filtered = filtered(filter);
    if (byHour && (cut || filtered.isEmpty())) {
      return new Wanted(
          Optional.of(BY_HOUR),
          true,
          segments(BY_HOUR).stream().filter(u -> hours.test(u.hour().orElseThrow())).toList());
    }
    if (filtered.isPresent()) {
      String field = fieldOf(filtered.get());
      List<Unit> units = new ArrayList<>();
      segmentations
          .get(filtered.get())
          .segments()
          .forEach(
              (element, unit) -> {
                if (filter.mayPass(field, valueOf(element))) {
                  units.add(unit);
                }
              });
      return new Wanted(filtered, false, units);
    }
    String first = segmentations.firstKey();
    return new Wanted(Optional.of(first), false, List.copyOf(segments(first)));
  }

  private Collection<Unit> segments(String segmentation) {
    return segmentations.get(segmentation).segments().values();
  }

  static boolean isHours(String segmentation) {
    return segmentation.equals(BY_HOUR);
  }

  /** The field of {@code by_<field>}. */
  static String fieldOf(String segmentation) {
    return segmentation.substring(PathKind.SEGMENTATION_PREFIX.length());
  }

  private static String valueOf(String element) {
    return element.substring(element.indexOf('=') + 1);
  }

  /**
   * What is to be read of a folder.
   *
   * @param segmentation the {@code by_<field>}, if it is one
   * @param byHours whether the units are hours
   * @param units of that, which are wanted; may be none
   */
  record Wanted(Optional<String> segmentation, boolean byHours, List<Unit> units) {}
}
