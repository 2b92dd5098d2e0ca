package dev.almanac.layout;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts files, sorted by path, where they belong. */
final class Placer {

  /**
   * Where the files of one folder go, so that paths are taken apart once for files that come one
   * after the other, which those of a folder do but for what is below it.
   */
  private interface Target {
    void add(ListedFile file, FileKind kind);
  }

  /** A day may be divided: of a Hive dataset, each combination of values is one of its own. */
  private record DayKey(Optional<LocalDate> date, String partition) {

    private static final Comparator<DayKey> ORDER =
        Comparator.comparing((DayKey key) -> key.date().orElse(LocalDate.MIN))
            .thenComparing(DayKey::partition);
  }

  private final PartitionScheme scheme;
  private final Map<DayKey, Day> days = new TreeMap<>(DayKey.ORDER);
  private final Set<PartitionColumn> columns;
  private final Skipped.Counter skipped = new Skipped.Counter();
  private String folder = ""; // of the last file
  private Target target; // of that folder; null before the first file

  Placer(PartitionScheme scheme) {
    this.scheme = scheme;
    this.columns = new LinkedHashSet<>(scheme.columns());
  }

  void add(ListedFile file) {
    if (target == null || !folder.equals(file.folder())) {
      folder = file.folder();
      target = target(folder);
    }
    target.add(file, FileKind.of(file.name()));
  }

  /** Takes what was placed of the files that come after these. */
  Placer plus(Placer later) {
    later.days.forEach((key, day) -> days.merge(key, day, Day::plus));
    columns.addAll(later.columns);
    skipped.add(later.skipped);
    return this;
  }

  Contents contents() {
    return new Contents(List.copyOf(days.values()), List.copyOf(columns), skipped.skipped());
  }

  private Target target(String folder) {
    Placement placement = scheme.place(folder);
    if (placement instanceof Placement.Skipped outside) {
      List<String> path = Elements.of(folder);
      boolean hidden = path.stream().anyMatch(PathKind::isHidden);
      return hidden ? nothing() : skip(outside.reason());
    }
    Placement.Slot slot = (Placement.Slot) placement;
    DatedFolder dated = day(slot).folder(slot.hour(), slot.unit());
    return scheme.framed() ? framed(dated, slot.rest()) : loose(dated.whole(), slot.rest());
  }

  private Day day(Placement.Slot slot) {
    slot.values().forEach(value -> columns.add(value.column()));
    DayKey key = new DayKey(slot.day(), slot.values().isEmpty() ? "" : slot.unit());
    return days.computeIfAbsent(key, k -> new Day(slot.day(), notNull(slot.values())));
  }

  private static Map<String, String> notNull(List<PartitionValue> values) {
    Map<String, String> present = new LinkedHashMap<>();
    for (PartitionValue value : values) {
      value.value().ifPresent(text -> present.put(value.column().name(), text));
    }
    return Map.copyOf(present);
  }

  private Target framed(DatedFolder dated, List<String> rest) {
    if (rest.isEmpty() || !PathKind.isSegmentation(rest.get(0))) {
      return unit(dated.whole(), rest);
    }
    String segmentation = rest.get(0);
    String prefix = DatedFolder.fieldOf(segmentation) + "=";
    if (rest.size() < 2 || !rest.get(1).startsWith(prefix)) {
      return isData(rest.subList(1, rest.size()), skip(SkipReason.OUTSIDE_SEGMENTS));
    }
    String value = rest.get(1).substring(prefix.length());
    if (DatedFolder.isHours(segmentation) && !isHour(value)) {
      return skip(SkipReason.IMPOSSIBLE_HOUR);
    }
    return unit(dated.segment(segmentation, rest.get(1)), rest.subList(2, rest.size()));
  }

  private Target unit(Unit unit, List<String> rest) {
    if (rest.isEmpty() || !PathKind.isFrame(rest.get(0))) {
      return loose(unit, rest);
    }
    Unit.FrameFolder frame = unit.frame(rest.get(0));
    List<String> below = rest.subList(1, rest.size());
    Target files = isData(below, (file, kind) -> addData(frame.files(), file, kind));
    return below.isEmpty()
        ? (file, kind) -> {
          frame.mark(file.name());
          files.add(file, kind);
        }
        : files;
  }

  private Target loose(Unit unit, List<String> rest) {
    return isData(rest, (file, kind) -> addData(unit.loose(), file, kind));
  }

  /** The target, unless a folder on the way to it says that it holds no data. */
  private Target isData(List<String> path, Target target) {
    if (path.stream().anyMatch(PathKind::isHidden)) {
      return nothing();
    }
    return path.contains(PathKind.BACKOUT_NAME) ? skip(SkipReason.BACKOUT) : target;
  }

  /** Files of unknown types are kept too: they are counted if they would have been read. */
  private static void addData(UnitFiles files, ListedFile file, FileKind kind) {
    if (mayBeData(kind)) {
      files.add(file, kind);
    }
  }

  private Target skip(SkipReason reason) {
    return (file, kind) -> {
      if (mayBeData(kind)) {
        skipped.add(reason, file.path());
      }
    };
  }

  private static Target nothing() {
    return (file, kind) -> {};
  }

  private static boolean mayBeData(FileKind kind) {
    return kind instanceof FileKind.Data || kind == FileKind.Other.UNKNOWN;
  }

  private static boolean isHour(String value) {
    return value.length() <= 2
        && WholeNumber.parse(value).isPresent()
        && WholeNumber.parse(value).getAsInt() <= 23;
  }
}
