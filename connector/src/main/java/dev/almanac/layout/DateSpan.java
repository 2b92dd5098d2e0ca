package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days that a folder may hold, as far as its path says: both ends included.
 *
 * @param first the first day
 * @param last the last day
 */
public record DateSpan(LocalDate first, LocalDate last) {

  /** Of a folder whose path says nothing about dates. */
  public static final DateSpan ALL = new DateSpan(LocalDate.MIN, LocalDate.MAX);

  public DateSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a span ends before its start: " + first + ", " + last);
    }
  }

  static DateSpan ofDay(LocalDate day) {
    return new DateSpan(day, day);
  }

  static DateSpan ofMonth(YearMonth month) {
    return new DateSpan(month.atDay(1), month.atEndOfMonth());
  }

  static DateSpan ofYear(int year) {
    return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** Whether any day of the range is in the span. */
  public boolean intersects(DateRange range) {
    return !last.isBefore(range.firstDay()) && !first.isAfter(range.lastDay());
  }

  /** The days between the span and a day outside it; 0 for a day inside. */
  public long daysFrom(LocalDate day) {
    if (day.isBefore(first)) {
      return ChronoUnit.DAYS.between(day, first);
    }
    return day.isAfter(last) ? ChronoUnit.DAYS.between(last, day) : 0;
  }
}
