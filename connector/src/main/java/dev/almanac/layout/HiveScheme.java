package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Folders {@code key=value}. Columns are typed by their keys: the date column is a date, {@code
 * year}, {@code month}, {@code day} and {@code hour} are whole numbers, all others are text.
 *
 * @param dates which keys hold the date
 * @param listed the forms in which the dates' folders are listed: those that the dataset uses; none
 *     where the date does not lead the path, so that everything has to be listed
 * @param readable the forms in which they are recognised
 */
record HiveScheme(HiveDates dates, List<Template> listed, List<Template> readable)
    implements PartitionScheme {

  /** Without a date. */
  static final HiveScheme UNDATED = new HiveScheme(new HiveDates.None(), List.of(), List.of());

  HiveScheme {
    listed = List.copyOf(listed);
    readable = List.copyOf(readable);
  }

  @Override
  public String name() {
    return "hive";
  }

  @Override
  public boolean dated() {
    return !(dates instanceof HiveDates.None);
  }

  @Override
  public boolean framed() {
    return true;
  }

  @Override
  public List<PartitionColumn> columns() {
    return dates.columns();
  }

  @Override
  public List<Folder> foldersFor(DateRange range) {
    if (listed.isEmpty()) {
      return List.of(Folder.ROOT);
    }
    Set<Folder> folders = new LinkedHashSet<>();
    listed.forEach(form -> form.addFolders(range, folders::add));
    return List.copyOf(folders);
  }

  @Override
  public Optional<DateLevels> levels() {
    return listed.isEmpty() ? Optional.empty() : Optional.of(new HiveLevels(readable));
  }

  @Override
  public Placement place(String folder) {
    HivePath path = HivePath.of(folder);
    DateLevels.Level level = dates.read(path);
    if (level instanceof DateLevels.Level.Outside outside) {
      return new Placement.Skipped(outside.reason());
    }
    DateSpan days = ((DateLevels.Level.Within) level).days();
    Optional<LocalDate> day = dated() ? Optional.of(days.first()) : Optional.empty();
    List<PartitionValue> values = new ArrayList<>();
    OptionalInt hour = OptionalInt.empty();
    for (Map.Entry<String, Optional<String>> entry : path.values().entrySet()) {
      PartitionColumn column = dates.column(entry.getKey());
      Optional<String> value = entry.getValue();
      if (column.type() == PartitionType.DATE) {
        value = day.map(LocalDate::toString);
      } else if (column.type() == PartitionType.INT && value.isPresent()) {
        OptionalInt number = WholeNumber.parse(value.get());
        if (number.isEmpty()) {
          return new Placement.Skipped(SkipReason.INVALID_PARTITION_VALUE);
        }
        value = Optional.of(Integer.toString(number.getAsInt()));
        if (column.name().toLowerCase(Locale.ROOT).equals(HiveDates.HOUR) && dated()) {
          hour = number;
        }
      }
      values.add(new PartitionValue(column, value));
    }
    if (hour.isPresent() && hour.getAsInt() > 23) {
      return new Placement.Skipped(SkipReason.IMPOSSIBLE_HOUR);
    }
    return new Placement.Slot(day, hour, values, path.unit(), path.rest());
  }
}
