package dev.almanac.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days in a row that are not read, for one reason.
 *
 * @param state of each of them
 */
public record Gap(LocalDate from, LocalDate to, String state) {

  /** How many. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The gaps in a calendar that has every day. */
  public static List<Gap> of(List<CalendarDay> calendar) {
    List<Gap> gaps = new ArrayList<>();
    Gap open = null; // that of the day before
    for (CalendarDay day : calendar) {
      if (open != null && day.state().equals(open.state())) {
        open = new Gap(open.from(), day.day(), open.state());
        gaps.set(gaps.size() - 1, open);
      } else if (day.isRead()) {
        open = null;
      } else {
        open = new Gap(day.day(), day.day(), day.state());
        gaps.add(open);
      }
    }
    return gaps;
  }
}
