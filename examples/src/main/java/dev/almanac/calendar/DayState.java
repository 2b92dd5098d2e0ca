package dev.almanac.calendar;

import java.util.Locale;

/** What a query would get of a day, as {@code CALL system.calendar} names it. */
public enum DayState {
  READ("read"),
  MISSING("missing"),
  NO_COMPLETE_FRAME("without a complete frame"),
  NO_DATA("without data"),
  NO_HOUR_IN_RANGE("without an hour in the range");

  private final String words;

  DayState(String words) {
    this.words = words;
  }

  /**
   * The state of a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static DayState of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** In a sentence that counts days. */
  String words() {
    return words;
  }
}
