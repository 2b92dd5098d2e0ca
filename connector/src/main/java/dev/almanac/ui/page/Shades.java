package dev.almanac.ui.page;

import dev.almanac.procedure.CalendarDay;
import java.util.Arrays;
import java.util.List;

/**
 * How dark days are: a quarter of the days that are read has each shade, so that one huge day does
 * not make all others pale. Equal days have equal shades.
 */
final class Shades {

  /** How many there are, from 1, the palest. */
  static final int MOST = 4;

  private final Measure measure;
  private final long[] sorted;

  private Shades(Measure measure, long[] sorted) {
    this.measure = measure;
    this.sorted = sorted;
  }

  static Shades of(Measure measure, List<YearCalendar> years) {
    return new Shades(
        measure,
        years.stream()
            .flatMap(year -> year.days().stream())
            .filter(CalendarDay::isRead)
            .mapToLong(measure::of)
            .filter(amount -> amount > 0)
            .sorted()
            .toArray());
  }

  Measure measure() {
    return measure;
  }

  /** The shade of a day: from 1 to {@link #MOST}; 0 for one without anything. */
  int of(CalendarDay day) {
    return shadeOf(measure.of(day));
  }

  private int shadeOf(long amount) {
    if (amount <= 0 || sorted.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(sorted, amount);
    int notMore = found < 0 ? -found - 1 : found;
    while (notMore < sorted.length && sorted[notMore] == amount) {
      notMore++;
    }
    return Math.max(1, (int) Math.ceil((double) MOST * notMore / sorted.length));
  }

  /** The least and the most amount of a shade; none where no day has it. */
  long[] range(int shade) {
    long[] within = Arrays.stream(sorted).filter(amount -> shadeOf(amount) == shade).toArray();
    return within.length == 0 ? new long[0] : new long[] {within[0], within[within.length - 1]};
  }
}
