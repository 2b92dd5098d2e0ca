package dev.almanac.temporal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Days that are named by where they lie from today. */
public enum RelativeDay implements Point {
  TODAY,
  YESTERDAY,
  /** A weekday is the most recent one before today: on a Monday, that of last week. */
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY,
  /** The newest day that has a complete frame. */
  LATEST;

  /** The day of this name, in any case. */
  static Optional<RelativeDay> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (RelativeDay day : values()) {
      if (day.name().equals(upper)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  @Override
  public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day =
        switch (this) {
          case TODAY -> today;
          case YESTERDAY -> today.minusDays(1);
          case LATEST -> latest.get();
          default -> today.with(TemporalAdjusters.previous(DayOfWeek.valueOf(name())));
        };
    return DateRange.ofDays(day, day, zone);
  }

  /** Whether it can be said, without knowing today, that this day is after the other. */
  boolean isAlwaysAfter(RelativeDay other) {
    return switch (this) {
      case TODAY -> other != TODAY && other != LATEST;
      // A weekday is yesterday or earlier, so it may be yesterday but never after it.
      default -> false;
    };
  }
}
