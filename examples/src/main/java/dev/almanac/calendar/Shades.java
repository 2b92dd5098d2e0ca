package dev.almanac.calendar;

import java.util.List;

/**
 * Four shades, the same step apart. The darkest has all that is above three steps; four steps are
 * what all but the largest twentieth of the days stay below, so that one huge day leaves the others
 * apart.
 *
 * @param measure what is shaded
 * @param step the most that the lightest shade stands for
 */
record Shades(Measure measure, long step) {

  static final int COUNT = 4;

  static Shades of(List<Day> days, Measure measure) {
    long[] sorted =
        days.stream()
            .filter(Day::isRead)
            .mapToLong(measure::of)
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return new Shades(measure, 1);
    }
    long large = sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    return new Shades(measure, Math.max(1, ceilDiv(large, COUNT)));
  }

  /** From 1 to {@link #COUNT} for a value above 0. */
  int shade(long value) {
    return (int) Math.min(COUNT, ceilDiv(value, step));
  }

  /** What a shade stands for. */
  String meaning(int shade) {
    return shade == COUNT ? "more" : "to " + measure.text(shade * step);
  }

  private static long ceilDiv(long value, long by) { // Math has it from Java 18 on
    return (value - 1) / by + 1;
  }
}
