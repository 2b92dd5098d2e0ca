package dev.almanac.bench.scenario;

import dev.almanac.bench.data.DataSet;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days of a dataset.
 *
 * @param days empty for the whole dataset
 */
public record Slice(DataSet dataSet, Optional<Days> days) {

  /** From the first to the last, both included. */
  public record Days(LocalDate first, LocalDate last) {}

  /** The whole dataset. */
  public static Slice all(DataSet dataSet) {
    return new Slice(dataSet, Optional.empty());
  }

  /** One day of it. */
  public static Slice day(DataSet dataSet, LocalDate day) {
    return days(dataSet, day, day);
  }

  /** Days of it, the last one included. */
  public static Slice days(DataSet dataSet, LocalDate first, LocalDate last) {
    return new Slice(dataSet, Optional.of(new Days(first, last)));
  }

  /** The first days of what is in this, or this, where it has no more than that or no days. */
  Slice firstDays(int count) {
    if (dataSet == DataSet.CALENDAR || dataSet.kind() != DataSet.Kind.TPCH) {
      return this;
    }
    LocalDate first = days.map(Days::first).orElse(DataSet.FIRST);
    LocalDate last = days.map(Days::last).orElse(DataSet.LAST);
    LocalDate cut = first.plusDays(count - 1L);
    return cut.isBefore(last) ? days(dataSet, first, cut) : this;
  }
}
