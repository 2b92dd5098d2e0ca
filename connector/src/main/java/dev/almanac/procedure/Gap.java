package dev.almanac.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Days in a row that are not read, or not with all their hours, for one reason.
 *
 * @param state of each of them, or {@link #MISSING_HOURS}
 * @param hours the hours that each of them lacks, such as {@code 05, 13-15}; empty for whole days
 */
public record Gap(LocalDate from, LocalDate to, String state, Optional<String> hours) {

  /** The state of days that are read, but not with all their hours. */
  public static final String MISSING_HOURS = "missing_hours";

  /** How many. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The gaps in a calendar that has every day. */
  public static List<Gap> of(List<CalendarDay> calendar) {
    List<Gap> gaps = new ArrayList<>();
    Optional<Gap> before = Optional.empty(); // what the last day belongs to
    for (CalendarDay day : calendar) {
      Optional<Gap> alone = of(day);
      Optional<Gap> joined = before.flatMap(open -> alone.flatMap(open::joined));
      if (joined.isPresent()) {
        gaps.set(gaps.size() - 1, joined.get());
      } else {
        alone.ifPresent(gaps::add);
      }
      before = joined.or(() -> alone);
    }
    return gaps;
  }

  private static Optional<Gap> of(CalendarDay day) {
    if (day.isRead() && !day.lacksHours()) {
      return Optional.empty();
    }
    String state = day.lacksHours() ? MISSING_HOURS : day.state();
    return Optional.of(
        new Gap(day.day(), day.day(), state, day.missingHours().filter(hours -> day.isRead())));
  }

  /** This and the next, where the reason is the same. */
  private Optional<Gap> joined(Gap next) {
    return state.equals(next.state) && hours.equals(next.hours)
        ? Optional.of(new Gap(from, next.to, state, hours))
        : Optional.empty();
  }
}
