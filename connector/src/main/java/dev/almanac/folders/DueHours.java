package dev.almanac.folders;

import dev.almanac.layout.Hours;
import dev.almanac.temporal.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The hours that there should be of a day, in data that is divided by hours: those that are over,
 * and that the zone's clocks have shown.
 *
 * @param zone of the folders' days and hours
 * @param until what is not over at this instant is not due
 * @param range what is asked for; empty for whole days
 */
record DueHours(ZoneId zone, Instant until, Optional<DateRange> range) {

  Hours of(LocalDate day) {
    return Hours.where(
        hour ->
            isOver(day.atTime(hour, 0))
                && range.map(wanted -> wanted.containsHour(day, hour)).orElse(true));
  }

  private boolean isOver(LocalDateTime hour) {
    boolean shown = !zone.getRules().getValidOffsets(hour).isEmpty();
    return shown && !hour.plusHours(1).atZone(zone).toInstant().isAfter(until);
  }
}
