package dev.almanac.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** The part of a calendar that is one block of weeks. */
enum Period {
  YEAR(12, 54),
  HALF_YEAR(6, 28),
  QUARTER(3, 14),
  MONTH(1, 6);

  private final int months;
  private final int weeks; // that it can have at most, Monday to Sunday

  Period(int months, int weeks) {
    this.months = months;
    this.weeks = weeks;
  }

  int weeks() {
    return weeks;
  }

  int months() {
    return months;
  }

  /** The first day of the one that a day is in. */
  LocalDate start(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
  }

  LocalDate next(LocalDate start) {
    return start.plusMonths(months);
  }

  /** Its name. */
  String title(LocalDate start) {
    String year = String.valueOf(start.getYear());
    return switch (this) {
      case YEAR -> year;
      case MONTH -> year + " " + month(start);
      case HALF_YEAR, QUARTER ->
          year + " " + month(start) + "-" + month(start.plusMonths(months - 1));
    };
  }

  static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
