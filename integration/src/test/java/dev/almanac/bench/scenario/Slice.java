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

  /** Its days; of a whole dataset, all that those of TPC-H have. */
  private Days span() {
    return days.orElse(new Days(DataSet.FIRST, DataSet.LAST));
  }

  /** The clause for them in SQL, which Almanac's and Opteryx' have in common. */
  public String datesClause() {
    return "FOR DATES BETWEEN '%s' AND '%s'".formatted(span().first(), span().last());
  }

  /** The first days of what is in this, or this, where it has no more than that or no days. */
  Slice firstDays(int count) {
    if (dataSet == DataSet.CALENDAR || dataSet.kind() != DataSet.Kind.TPCH) {
      return this;
    }
    LocalDate first = span().first();
    LocalDate cut = first.plusDays(count - 1L);
    return cut.isBefore(span().last()) ? days(dataSet, first, cut) : this;
  }
}
