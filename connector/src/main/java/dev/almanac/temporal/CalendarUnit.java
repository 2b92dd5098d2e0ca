package dev.almanac.temporal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The units of {@code LAST n ..} and {@code n .. AGO}. */
public enum CalendarUnit {
  HOURS,
  DAYS,
  WEEKS,
  MONTHS;

  /** The unit of this name, in any case, in the singular or the plural. */
  static Optional<CalendarUnit> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (CalendarUnit unit : values()) {
      if (upper.equals(unit.name()) || unit.name().equals(upper + "S")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /**
   * The day that lies {@code count} units before, which for months is the last day of the month
   * where that has no such day: one month before 31 March is the end of February.
   */
  LocalDate before(LocalDate day, int count) {
    return switch (this) {
      case DAYS -> day.minusDays(count);
      case WEEKS -> day.minusWeeks(count);
      case MONTHS -> day.minusMonths(count);
      case HOURS -> throw new IllegalArgumentException("hours are no whole days");
    };
  }
}
