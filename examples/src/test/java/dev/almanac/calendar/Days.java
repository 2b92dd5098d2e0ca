package dev.almanac.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days for drawings, a character for each. */
final class Days {

  private Days() {}

  /**
   * Days in a row.
   *
   * @param first the first of them
   * @param marks a digit from 1 to 9 for a day of so many hundred bytes, a letter from A to I for
   *     one that has superseded frames as well; {@code .} missing, {@code x} no complete frame,
   *     {@code !} read beside an incomplete frame, {@code /} read without all hours, {@code o} read
   *     but empty, {@code 0} no data
   */
  static List<Day> of(String first, String marks) {
    List<Day> days = new ArrayList<>();
    LocalDate date = LocalDate.parse(first);
    for (int i = 0; i < marks.length(); i++) {
      days.add(day(date.plusDays(i), marks.charAt(i)));
    }
    return days;
  }

  /** The same day again and again. */
  static List<Day> all(String first, String last, char mark) {
    return LocalDate.parse(first)
        .datesUntil(LocalDate.parse(last).plusDays(1))
        .map(date -> day(date, mark))
        .toList();
  }

  private static Day day(LocalDate date, char mark) {
    return switch (mark) {
      case '.' -> new Day(date, DayState.MISSING, 0, 0, 0, 0, 0, 0, false);
      case '0' -> new Day(date, DayState.NO_DATA, 0, 0, 0, 0, 0, 0, false);
      case 'x' -> new Day(date, DayState.NO_COMPLETE_FRAME, 0, 0, 0, 1, 0, 1, false);
      case 'o' -> new Day(date, DayState.READ, 0, 0, 0, 1, 0, 0, false);
      case '!' -> new Day(date, DayState.READ, 1, 100, 1, 2, 0, 1, false);
      case '/' -> new Day(date, DayState.READ, 23, 100, 1, 0, 0, 0, true);
      default ->
          mark <= '9'
              ? new Day(date, DayState.READ, 1, (mark - '0') * 100L, mark - '0', 0, 0, 0, false)
              : new Day(
                  date, DayState.READ, 2, (mark - 'A' + 1) * 100L, mark - 'A' + 1, 2, 1, 0, false);
    };
  }
}
