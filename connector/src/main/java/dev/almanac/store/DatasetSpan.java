package dev.almanac.store;

import java.time.LocalDate;
import java.util.List;

/**
 * From when to when a dataset has days.
 *
 * @param first the first day that has a folder
 * @param last the last day that has a folder
 * @param years the years that have folders, ascending, from the first day's to the last day's
 */
public record DatasetSpan(LocalDate first, LocalDate last, List<Integer> years) {

  public DatasetSpan {
    years = List.copyOf(years);
  }
}
