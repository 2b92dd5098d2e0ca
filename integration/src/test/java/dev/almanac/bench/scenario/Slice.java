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
}
