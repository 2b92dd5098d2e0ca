package dev.almanac.calendar;

import java.util.Locale;

/** What the shades of days mean. */
public enum Measure {
  BYTES {
    @Override
    long of(Day day) {
      return day.bytes();
    }

    @Override
    String text(long value) {
      return ByteText.of(value);
    }
  },
  ROWS {
    @Override
    long of(Day day) {
      return day.rows();
    }

    @Override
    String text(long value) {
      return counted(value, "row");
    }
  },
  FILES {
    @Override
    long of(Day day) {
      return day.files();
    }

    @Override
    String text(long value) {
      return counted(value, "file");
    }
  };

  abstract long of(Day day);

  /** A value with its unit. */
  abstract String text(long value);

  /** A number and what it counts. */
  static String counted(long value, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", value, thing, value == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
