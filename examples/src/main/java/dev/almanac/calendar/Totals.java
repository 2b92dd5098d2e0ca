package dev.almanac.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said below a calendar, in sentences. */
final class Totals {

  /** Days in a row that are not read, for one reason. */
  private record Gap(LocalDate from, DayState state, long days) {}

  private Totals() {}

  static List<String> of(List<Day> days, boolean rowsCounted) {
    List<String> lines = new ArrayList<>();
    lines.add(states(days));
    gaps(days).ifPresent(lines::add);
    lines.add(sums(days, rowsCounted));
    return lines;
  }

  private static String states(List<Day> days) {
    Map<DayState, Long> counts = new EnumMap<>(DayState.class);
    days.forEach(day -> counts.merge(day.state(), 1L, Long::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((state, count) -> parts.add("%,d %s".formatted(count, state.words())));
    long lacking = days.stream().filter(Day::lacksHours).count();
    if (lacking > 0) {
      parts.set(0, parts.get(0) + " (%,d with hours missing)".formatted(lacking));
    }
    return Measure.counted(days.size(), "day") + ": " + String.join(", ", parts);
  }

  private static Optional<String> gaps(List<Day> days) {
    List<Gap> gaps = new ArrayList<>();
    Day before = null;
    for (Day day : days) {
      if (!day.isRead()) {
        boolean more = before != null && before.state() == day.state();
        Gap open = more ? gaps.remove(gaps.size() - 1) : new Gap(day.date(), day.state(), 0);
        gaps.add(new Gap(open.from(), open.state(), open.days() + 1));
      }
      before = day;
    }
    return gaps.stream()
        .reduce((one, other) -> other.days() > one.days() ? other : one)
        .map(
            longest ->
                "%s, the longest of %s from %s"
                    .formatted(
                        Measure.counted(gaps.size(), "gap"),
                        Measure.counted(longest.days(), "day"),
                        longest.from()));
  }

  private static String sums(List<Day> days, boolean rowsCounted) {
    List<String> parts = new ArrayList<>();
    parts.add(Measure.counted(days.stream().mapToLong(Day::files).sum(), "file"));
    parts.add(ByteText.of(days.stream().mapToLong(Day::bytes).sum()));
    if (rowsCounted) {
      parts.add(Measure.counted(days.stream().mapToLong(Day::rows).sum(), "row"));
    }
    long frames = days.stream().mapToLong(Day::frames).sum();
    if (frames > 0) {
      parts.add(Measure.counted(frames, "frame") + frameStates(days));
    }
    return String.join(", ", parts);
  }

  private static String frameStates(List<Day> days) {
    List<String> parts = new ArrayList<>();
    long superseded = days.stream().mapToLong(Day::superseded).sum();
    if (superseded > 0) {
      parts.add("%,d superseded".formatted(superseded));
    }
    long incomplete = days.stream().mapToLong(Day::incomplete).sum();
    if (incomplete > 0) {
      parts.add("%,d incomplete".formatted(incomplete));
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
