package dev.almanac.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A day of a dataset's calendar.
 *
 * @param state as the table {@code .days} has it, or {@link #MISSING}
 * @param files how many are read
 * @param bytes of these
 * @param frames of whatever state
 * @param superseded how many frames are complete, but older than the one that is read
 * @param incomplete how many are not marked as complete
 * @param ignored how many are withdrawn
 * @param hours how many of its hours are read; empty where it is not read by hours
 * @param missingHours those that are over and cannot be read, such as {@code 05, 13-15}; empty
 *     where there are none, or it is not read by hours
 */
public record CalendarDay(
    LocalDate day,
    String state,
    long files,
    long bytes,
    long frames,
    long superseded,
    long incomplete,
    long ignored,
    OptionalInt hours,
    Optional<String> missingHours) {

  /** The state of a day that has no folder. */
  public static final String MISSING = "missing";

  /** The state of a day that is read. */
  public static final String READ = "read";

  /** The state of a day whose frames are all incomplete or withdrawn. */
  public static final String NO_COMPLETE_FRAME = "no_complete_frame";

  static CalendarDay missing(LocalDate day) {
    return new CalendarDay(day, MISSING, 0, 0, 0, 0, 0, 0, OptionalInt.empty(), Optional.empty());
  }

  /** Whether a query reads it. */
  public boolean isRead() {
    return state.equals(READ);
  }

  /** Whether a query reads it, but not all of its hours. */
  public boolean lacksHours() {
    return isRead() && missingHours.isPresent();
  }

  /**
   * Every day from a first to a last, missing ones too.
   *
   * @param found the days that there are, at most one of each
   * @param from the first; empty for the first found
   * @param to the last; empty for the last found
   */
  public static List<CalendarDay> withGaps(
      List<CalendarDay> found, Optional<LocalDate> from, Optional<LocalDate> to) {
    Map<LocalDate, CalendarDay> byDay = new TreeMap<>();
    found.forEach(day -> byDay.put(day.day(), day));
    Optional<LocalDate> first = from.or(() -> byDay.keySet().stream().findFirst());
    Optional<LocalDate> last =
        to.or(() -> byDay.keySet().stream().reduce((earlier, later) -> later));
    List<CalendarDay> all = new ArrayList<>();
    if (first.isPresent() && last.isPresent()) {
      for (LocalDate day = first.get(); !day.isAfter(last.get()); day = day.plusDays(1)) {
        all.add(byDay.containsKey(day) ? byDay.get(day) : missing(day));
      }
    }
    return all;
  }
}
