package dev.almanac.temporal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * The instants that a selection comes to: half open, and whole hours of the store's time zone.
 *
 * <p>Hours are those that a wall clock shows, because folders are named by them. Where clocks are
 * put back, the hour that is shown twice is one hour of twice the length; where they are put
 * forward, the hour that is skipped counts as part of the one after it, so that a folder of that
 * name is never lost.
 *
 * @param start the first instant inside
 * @param end the first instant after
 * @param zone the time zone whose days and hours these are
 */
public record DateRange(Instant start, Instant end, ZoneId zone) {

  public DateRange {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a date range ends after its start: " + start);
    }
    if (!isHour(start, zone) || !isHour(end, zone)) {
      throw new IllegalArgumentException("a date range is of whole hours: " + start + ", " + end);
    }
  }

  /** From the first day to the last, both included. */
  public static DateRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
    Instant end = startOf(last.plusDays(1), zone);
    if (end.equals(startOf(last, zone))) {
      // A place that changed sides of the date line skipped a whole day: it is part of the next.
      end = startOf(last.plusDays(2), zone);
    }
    return new DateRange(startOf(first, zone), end, zone);
  }

  /** From the hour of the first time to the hour of the last, both included. */
  public static DateRange ofHours(LocalDateTime first, LocalDateTime last, ZoneId zone) {
    return new DateRange(startOf(first, zone), startOf(last.plusHours(1), zone), zone);
  }

  /** The days of which any hour is inside, ascending, made one by one as they are asked for. */
  public Stream<LocalDate> days() {
    return firstDay().datesUntil(lastDay().plusDays(1));
  }

  /** How many days {@link #days()} has. */
  public long dayCount() {
    return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
  }

  /** The first day of which any hour is inside. */
  public LocalDate firstDay() {
    return LocalDate.ofInstant(start, zone);
  }

  /** The last day of which any hour is inside. */
  public LocalDate lastDay() {
    return lastHour().toLocalDate();
  }

  /** Whether any hour of the day is inside. */
  public boolean contains(LocalDate day) {
    return overlaps(startOf(day, zone), startOf(day.plusDays(1), zone));
  }

  /** Whether every hour of the day is inside. */
  public boolean containsWhole(LocalDate day) {
    return !startOf(day, zone).isBefore(start) && !startOf(day.plusDays(1), zone).isAfter(end);
  }

  /** Whether any of the hour is inside, of data that is divided by hours. */
  public boolean containsHour(LocalDate day, int hour) {
    LocalDateTime time = day.atTime(hour, 0);
    return overlaps(startOf(time, zone), startOf(time.plusHours(1), zone));
  }

  /** Whether it starts and ends with days, so that hours need not be looked at. */
  public boolean isWholeDays() {
    return startOf(firstDay(), zone).equals(start)
        && startOf(lastDay().plusDays(1), zone).equals(end);
  }

  /** Both ends included, for plans and errors: {@code 2022-05-01 .. 2022-05-03}. */
  @Override
  public String toString() {
    if (!isWholeDays()) {
      LocalDateTime first = LocalDateTime.ofInstant(start, zone).truncatedTo(ChronoUnit.HOURS);
      return shown(first) + " .. " + shown(lastHour().plusMinutes(59));
    }
    return firstDay().equals(lastDay()) ? firstDay().toString() : firstDay() + " .. " + lastDay();
  }

  private static String shown(LocalDateTime time) {
    return time.toLocalDate() + " " + time.toLocalTime();
  }

  private LocalDateTime lastHour() {
    return LocalDateTime.ofInstant(end.minusNanos(1), zone).truncatedTo(ChronoUnit.HOURS);
  }

  private boolean overlaps(Instant from, Instant to) {
    // A skipped hour is empty: it is inside where the instant is at which it was skipped.
    Instant last = to.isAfter(from) ? to : from.plus(Duration.ofNanos(1));
    return from.isBefore(end) && last.isAfter(start);
  }

  private static boolean isHour(Instant instant, ZoneId zone) {
    return startOf(LocalDateTime.ofInstant(instant, zone), zone).equals(instant);
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return startOf(day.atStartOfDay(), zone);
  }

  /**
   * When the hour of this time begins: the first time that it is shown, where it is shown twice.
   */
  private static Instant startOf(LocalDateTime time, ZoneId zone) {
    return time.truncatedTo(ChronoUnit.HOURS).atZone(zone).toInstant();
  }
}
