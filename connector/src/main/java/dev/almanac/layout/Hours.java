package dev.almanac.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Hours of a day, from 0 to 23.
 *
 * @param bits the lowest for the first hour
 */
public record Hours(int bits) {

  /** None of them. */
  public static final Hours NONE = new Hours(0);

  private static final int OF_A_DAY = 24;

  /** Those that pass. */
  public static Hours where(IntPredicate test) {
    Hours hours = NONE;
    for (int hour = 0; hour < OF_A_DAY; hour++) {
      hours = test.test(hour) ? hours.with(hour) : hours;
    }
    return hours;
  }

  /** These and another; what is no hour of a day is left out. */
  public Hours with(int hour) {
    return hour < 0 || hour >= OF_A_DAY ? this : new Hours(bits | 1 << hour);
  }

  /** These and others. */
  public Hours plus(Hours others) {
    return new Hours(bits | others.bits);
  }

  /** These, but not the others. */
  public Hours without(Hours others) {
    return new Hours(bits & ~others.bits);
  }

  /** How many. */
  public int count() {
    return Integer.bitCount(bits);
  }

  /** For people: {@code 05, 13-15}; empty for none. */
  @Override
  public String toString() {
    List<String> runs = new ArrayList<>();
    for (int hour = 0; hour < OF_A_DAY; hour++) {
      int first = hour;
      while (has(hour)) {
        hour++;
      }
      if (hour > first) {
        runs.add(hour - first == 1 ? two(first) : two(first) + "-" + two(hour - 1));
      }
    }
    return String.join(", ", runs);
  }

  private boolean has(int hour) {
    return (bits & 1 << hour) != 0 && hour < OF_A_DAY;
  }

  private static String two(int hour) {
    return "%02d".formatted(hour);
  }
}
