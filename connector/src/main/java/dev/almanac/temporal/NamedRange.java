package dev.almanac.temporal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calendar ranges. Weeks are those of ISO 8601: Monday is their first day. The current week, month
 * and year go up to today, the last ones are complete.
 */
public enum NamedRange implements DateSelection {
  THIS_WEEK,
  LAST_WEEK,
  THIS_MONTH,
  /** The calendar month before the current one; {@code PREVIOUS_MONTH} is read as this. */
  LAST_MONTH,
  THIS_YEAR,
  LAST_YEAR;

  /** The names users may write, as an error lists them. */
  static final String ACCEPTED =
      "THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH, PREVIOUS_MONTH, THIS_YEAR, LAST_YEAR";

  /** The range of this name, in any case. */
  static Optional<NamedRange> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals("PREVIOUS_MONTH")) {
      return Optional.of(LAST_MONTH);
    }
    for (NamedRange range : values()) {
      if (range.name().equals(upper)) {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }

  @Override
  public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate month = today.withDayOfMonth(1);
    LocalDate year = today.withDayOfYear(1);
    return switch (this) {
      case THIS_WEEK -> DateRange.ofDays(monday, today, zone);
      case LAST_WEEK -> DateRange.ofDays(monday.minusWeeks(1), monday.minusDays(1), zone);
      case THIS_MONTH -> DateRange.ofDays(month, today, zone);
      case LAST_MONTH -> DateRange.ofDays(month.minusMonths(1), month.minusDays(1), zone);
      case THIS_YEAR -> DateRange.ofDays(year, today, zone);
      case LAST_YEAR -> DateRange.ofDays(year.minusYears(1), year.minusDays(1), zone);
    };
  }
}
