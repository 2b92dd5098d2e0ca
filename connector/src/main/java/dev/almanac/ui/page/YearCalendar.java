package dev.almanac.ui.page;

import dev.almanac.procedure.CalendarDay;
import dev.almanac.procedure.DatasetQueries;
import dev.almanac.store.DatasetSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A year of a dataset.
 *
 * @param days every day from its first to its last, or to where the dataset begins or ends
 */
record YearCalendar(int year, List<CalendarDay> days) {

  YearCalendar {
    days = List.copyOf(days);
  }

  /**
   * Reads a year: lists its days, and no others.
   *
   * @param name the dataset's, in SQL
   * @param span the dataset's: days before its first, or after its last, are not missing
   */
  static YearCalendar of(DatasetQueries queries, String name, int year, DatasetSpan span) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    List<CalendarDay> found = queries.days(name, Optional.of(first), Optional.of(last));
    Optional<LocalDate> from = span.first().isBefore(first) ? Optional.of(first) : Optional.empty();
    Optional<LocalDate> to = span.last().isAfter(last) ? Optional.of(last) : Optional.empty();
    return new YearCalendar(year, CalendarDay.withGaps(found, from, to));
  }

  Optional<CalendarDay> day(LocalDate day) {
    if (days.isEmpty()) {
      return Optional.empty();
    }
    long place = day.toEpochDay() - days.get(0).day().toEpochDay();
    return place < 0 || place >= days.size()
        ? Optional.empty()
        : Optional.of(days.get((int) place));
  }

  /** The months from the first day's to the last day's. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    if (!days.isEmpty()) {
      YearMonth last = YearMonth.from(days.get(days.size() - 1).day());
      for (YearMonth month = YearMonth.from(days.get(0).day());
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        months.add(month);
      }
    }
    return months;
  }

  /** How many days have a look. */
  long count(DayLook look) {
    return days.stream().filter(day -> DayLook.of(day) == look).count();
  }

  long bytes() {
    return days.stream().mapToLong(CalendarDay::bytes).sum();
  }

  long files() {
    return days.stream().mapToLong(CalendarDay::files).sum();
  }
}
