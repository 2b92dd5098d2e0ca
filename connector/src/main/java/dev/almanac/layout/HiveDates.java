package dev.almanac.layout;

import dev.almanac.layout.DateFields.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which of a Hive dataset's keys hold the date, and so how the keys are typed. */
sealed interface HiveDates {

  /** The key of the hour, where there is one. */
  String HOUR = "hour";

  /** The keys that give whole numbers, unless one of them is the date column. */
  Set<String> NUMBERS = Set.of("year", "month", "day", HOUR);

  /** The date columns that are known without configuration, the likeliest first. */
  List<String> DATE_COLUMNS = List.of("dt", "date", "day", "ds");

  /** No date. */
  record None() implements HiveDates {

    @Override
    public List<PartitionColumn> columns() {
      return List.of();
    }

    @Override
    public DateLevels.Level read(HivePath path) {
      return new DateLevels.Level.Within(DateSpan.ALL);
    }
  }

  /**
   * One key with the whole date: {@code dt=2024-05-01} or {@code dt=20240501}.
   *
   * @param key as in the folders' names
   */
  record Column(String key) implements HiveDates {

    /** The forms of a date in one value. */
    static final List<String> FORMS = List.of("{yyyy}-{mm}-{dd}", "{yyyy}{mm}{dd}");

    private static final HiveLevels VALUES =
        new HiveLevels(FORMS.stream().map(Template::parse).toList());

    /** Whether a value is a date, possible or not. */
    static boolean hasForm(String value) {
      return !isNoDate(VALUES.read(List.of(value)));
    }

    private static boolean isNoDate(DateLevels.Level level) {
      return level instanceof DateLevels.Level.Outside outside
          && outside.reason() == SkipReason.OUTSIDE_SCHEME;
    }

    @Override
    public List<PartitionColumn> columns() {
      return List.of(new PartitionColumn(key, PartitionType.DATE));
    }

    @Override
    public DateLevels.Level read(HivePath path) {
      if (path.value(key).isEmpty()) {
        return new DateLevels.Level.Outside(SkipReason.OUTSIDE_SCHEME);
      }
      DateLevels.Level level = VALUES.read(List.of(path.value(key).get()));
      return isNoDate(level)
          ? new DateLevels.Level.Outside(SkipReason.INVALID_PARTITION_VALUE)
          : level;
    }
  }

  /** Keys {@code year}, {@code month} and {@code day}, as they are in the folders' names. */
  record Parts(String year, String month, String day) implements HiveDates {

    @Override
    public List<PartitionColumn> columns() {
      return List.of(
          new PartitionColumn(year, PartitionType.INT),
          new PartitionColumn(month, PartitionType.INT),
          new PartitionColumn(day, PartitionType.INT));
    }

    @Override
    public DateLevels.Level read(HivePath path) {
      DateFields fields = new DateFields();
      Map<Field, String> keys = new EnumMap<>(Field.class);
      keys.put(Field.YEAR, year);
      keys.put(Field.MONTH, month);
      keys.put(Field.DAY, day);
      for (Map.Entry<Field, String> key : keys.entrySet()) {
        Optional<String> value = path.value(key.getValue());
        if (value.isEmpty()) {
          return new DateLevels.Level.Outside(SkipReason.OUTSIDE_SCHEME);
        }
        OptionalInt number = WholeNumber.parse(value.get());
        if (number.isEmpty()) {
          return new DateLevels.Level.Outside(SkipReason.INVALID_PARTITION_VALUE);
        }
        fields.set(key.getKey(), number.getAsInt());
      }
      return fields
          .span()
          .<DateLevels.Level>map(DateLevels.Level.Within::new)
          .orElse(new DateLevels.Level.Outside(SkipReason.IMPOSSIBLE_DATE));
    }
  }

  /** The columns that the date is in, in order. */
  List<PartitionColumn> columns();

  /** The day that a path is of. */
  DateLevels.Level read(HivePath path);

  /** The column of a key. */
  default PartitionColumn column(String key) {
    for (PartitionColumn column : columns()) {
      if (column.name().equals(key)) {
        return column;
      }
    }
    boolean number = NUMBERS.contains(key.toLowerCase(Locale.ROOT));
    return new PartitionColumn(key, number ? PartitionType.INT : PartitionType.STRING);
  }
}
