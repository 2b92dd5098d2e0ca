package dev.almanac.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a folder is in its dataset. */
public sealed interface Placement {

  /**
   * In the dataset: in one of its dated folders, or the root of an undated one.
   *
   * @param day the day; empty in undated datasets
   * @param hour the hour, where the scheme itself has hours
   * @param values the Hive partition columns that the path gives, in its order
   * @param unit the dated folder's path
   * @param rest the path below the dated folder
   */
  record Slot(
      Optional<LocalDate> day,
      OptionalInt hour,
      List<PartitionValue> values,
      String unit,
      List<String> rest)
      implements Placement {

    public Slot {
      values = List.copyOf(values);
      rest = List.copyOf(rest);
    }

    Slot(LocalDate day, OptionalInt hour, String unit, List<String> rest) {
      this(Optional.of(day), hour, List.of(), unit, rest);
    }
  }

  /**
   * Not in the dataset.
   *
   * @param reason why
   */
  record Skipped(SkipReason reason) implements Placement {}
}
