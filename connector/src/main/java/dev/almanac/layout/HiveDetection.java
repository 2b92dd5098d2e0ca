package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the keys of a Hive dataset, and which of them hold the date: down the oldest and the newest
 * folder of each level, because writers differ in whether {@code month=5} has a zero, until the
 * date is known or there are no more keys.
 *
 * @param dateColumn if it is configured; no other is taken then
 * @param anyKey whether the dates of any key are taken, whatever it is called
 */
record HiveDetection(Optional<String> dateColumn, boolean anyKey) {

  private static final int MOST_LEVELS = 16;

  /**
   * One level of folders.
   *
   * @param key that most of them have
   * @param values that the ones which were seen have, without null
   */
  record Level(String key, Set<String> values) {}

  HiveDetection(Optional<String> dateColumn) {
    this(dateColumn, false);
  }

  /** How many folders of a root are {@code key=value}. */
  static long count(FolderNames root) {
    return keyValues(root).count();
  }

  /** Finds the scheme; Hive's without keys where there are none. */
  Detection detect(FolderNames root) {
    return step(List.of(), List.of(""), List.of(root));
  }

  private Detection step(List<Level> above, List<String> folders, List<FolderNames> names) {
    Optional<String> key = commonestKey(names);
    if (key.isEmpty() || above.size() == MOST_LEVELS) {
      return new Detection.Found(HiveScheme.UNDATED);
    }
    List<Level> levels = new ArrayList<>(above);
    levels.add(new Level(key.get(), values(key.get(), names)));
    Optional<HiveDates> dates = dates(levels);
    if (dates.isPresent()) {
      HiveForms forms = forms(dates.get(), levels);
      return new Detection.Found(new HiveScheme(dates.get(), forms.listed(), forms.readable()));
    }
    Set<String> looks = new LinkedHashSet<>();
    int last = folders.size() - 1;
    below(folders.get(0), names.get(0), key.get()).min(BY_PATH).ifPresent(looks::add);
    below(folders.get(last), names.get(last), key.get()).max(BY_PATH).ifPresent(looks::add);
    List<String> next = List.copyOf(looks);
    return new Detection.Look(next, found -> step(levels, next, found));
  }

  private Optional<HiveDates> dates(List<Level> levels) {
    for (Level level : levels) {
      boolean known =
          anyKey
              || dateColumn
                  .map(column -> column.equalsIgnoreCase(level.key()))
                  .orElseGet(() -> HiveDates.DATE_COLUMNS.contains(lower(level.key())));
      if (known && level.values().stream().anyMatch(HiveDates.Column::hasForm)) {
        return Optional.of(new HiveDates.Column(level.key()));
      }
    }
    Optional<String> year = key(levels, "year");
    Optional<String> month = key(levels, "month");
    Optional<String> day = key(levels, "day");
    boolean parts = year.isPresent() && month.isPresent() && day.isPresent();
    return parts && dateColumn.isEmpty()
        ? Optional.of(new HiveDates.Parts(year.get(), month.get(), day.get()))
        : Optional.empty();
  }

  /** The forms of the dates' folders; none where other keys are above or between them. */
  private static HiveForms forms(HiveDates dates, List<Level> levels) {
    boolean leading =
        levels.stream()
            .noneMatch(
                level -> HiveForms.fields(dates, level.key()).isEmpty() || isSyntax(level.key()));
    return leading ? HiveForms.of(dates, levels) : HiveForms.NONE;
  }

  private static Optional<String> key(List<Level> levels, String wanted) {
    return levels.stream().map(Level::key).filter(wanted::equalsIgnoreCase).findFirst();
  }

  /** Of keys that are equally common, the first by name. */
  private static Optional<String> commonestKey(List<FolderNames> names) {
    Map<String, Long> counts =
        names.stream()
            .flatMap(HiveDetection::keyValues)
            .collect(Collectors.groupingBy(HivePath::keyOf, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Set<String> values(String key, List<FolderNames> names) {
    return names.stream()
        .flatMap(HiveDetection::keyValues)
        .filter(isOf(key))
        .map(HivePath::valueOf)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> below(String folder, FolderNames names, String key) {
    return keyValues(names)
        .filter(isOf(key))
        .filter(name -> HivePath.valueOf(name).isPresent())
        .map(name -> Elements.below(folder, name));
  }

  private static Predicate<String> isOf(String key) {
    return name -> HivePath.keyOf(name).equals(key);
  }

  private static Stream<String> keyValues(FolderNames names) {
    return names.folders().stream().filter(PathKind::isKeyValue);
  }

  /** Whether a key cannot be literal in a template. */
  private static boolean isSyntax(String key) {
    return key.indexOf('{') >= 0 || key.indexOf('}') >= 0 || key.indexOf('/') >= 0;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static final Comparator<String> BY_PATH = Comparator.comparing(Stamp::new);
}
