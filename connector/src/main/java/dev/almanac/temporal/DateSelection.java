package dev.almanac.temporal;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * What a {@code FOR} clause asks for, before it is known what day it is: {@code TODAY} stays {@code
 * TODAY}, so that a view that was stored with it does not grow old.
 *
 * <p>{@code toString()} is the canonical version string, and {@link #parse} of it gives an equal
 * selection.
 */
public sealed interface DateSelection
    permits Point,
        NamedRange,
        DateSelection.Between,
        DateSelection.Since,
        DateSelection.Last,
        DateSelection.Ago {

  /**
   * Reads a version string: the canonical form, or what a clause has after {@code FOR}, such as
   * {@code DATES BETWEEN '2022-05-01' AND '2022-05-03'}. Keywords in any case. Anything else is an
   * error ({@code INVALID_TEMPORAL_CLAUSE}).
   */
  static DateSelection parse(String text) {
    return VersionText.read(text, ClauseReader::version);
  }

  /**
   * The instants that it comes to. A range that turns out to be reversed, or to begin before year
   * 1, is an error ({@code INVALID_TEMPORAL_CLAUSE}).
   *
   * @param now the time of the query
   * @param zone the store's time zone, in which days begin and times without an offset are read
   * @param latest the newest day with a complete frame; asked only where the selection names it
   */
  DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest);

  /**
   * From one point to another, the whole of both included. {@code LATEST} as an end is the newest
   * complete day.
   */
  record Between(Point from, Point to) implements DateSelection {

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      DateRange first = from.resolve(now, zone, latest);
      DateRange last = to.resolve(now, zone, latest);
      if (isReversed(first, last, zone)) {
        throw unresolvable(this, "it ends (" + last + ") before it begins (" + first + ")");
      }
      return new DateRange(first.start(), last.end(), zone);
    }

    /** Whether it ends before it begins whatever the day is and wherever the store. */
    boolean isAlwaysReversed() {
      if (from instanceof RelativeDay first && to instanceof RelativeDay last) {
        return first.isAlwaysAfter(last);
      }
      if (from instanceof RelativeDay
          || to instanceof RelativeDay
          || isInstant(from) != isInstant(to)) {
        return false;
      }
      Supplier<LocalDate> unused = () -> LocalDate.EPOCH;
      return isReversed(
          from.resolve(Instant.EPOCH, ZoneOffset.UTC, unused),
          to.resolve(Instant.EPOCH, ZoneOffset.UTC, unused),
          ZoneOffset.UTC);
    }

    private boolean isReversed(DateRange first, DateRange last, ZoneId zone) {
      if (from instanceof Point.Moment begin && to instanceof Point.Moment end) {
        // Two times of one hour can be reversed, though the hour is the same. Times of the store
        // are
        // compared as written, because a clock change can swap their instants.
        return (isInstant(from) || isInstant(to))
            ? begin.instant(zone).isAfter(end.instant(zone))
            : begin.time().isAfter(end.time());
      }
      return !first.start().isBefore(last.end());
    }

    private static boolean isInstant(Point point) {
      return point instanceof Point.Moment moment && moment.offset().isPresent();
    }

    @Override
    public String toString() {
      return from + ".." + to;
    }
  }

  /** From a point up to the end of today, so that all of today's hours are read. */
  record Since(Point from) implements DateSelection {

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      DateRange first = from.resolve(now, zone, latest);
      DateRange today = RelativeDay.TODAY.resolve(now, zone, latest);
      if (!first.start().isBefore(today.end())) {
        throw unresolvable(this, "it begins (" + first + ") after today (" + today + ")");
      }
      return new DateRange(first.start(), today.end(), zone);
    }

    @Override
    public String toString() {
      return "SINCE " + from;
    }
  }

  /**
   * The last so many units, the current day or hour included. A week is seven days; the last month
   * begins on the day after today's date in the month before.
   */
  record Last(int count, CalendarUnit unit) implements DateSelection {

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      if (unit == CalendarUnit.HOURS) {
        LocalDateTime first = LocalDateTime.ofInstant(now.minusSeconds((count - 1L) * 3600), zone);
        checkYear(this, first.toLocalDate());
        return DateRange.ofHours(first, LocalDateTime.ofInstant(now, zone), zone);
      }
      LocalDate first = checkYear(this, unit.before(today, count)).plusDays(1);
      return DateRange.ofDays(first, today, zone);
    }

    @Override
    public String toString() {
      return "LAST " + count + " " + unit;
    }
  }

  /** The one day that lies so many units before today. */
  record Ago(int count, CalendarUnit unit) implements DateSelection {

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      LocalDate day = checkYear(this, unit.before(LocalDate.ofInstant(now, zone), count));
      return DateRange.ofDays(day, day, zone);
    }

    @Override
    public String toString() {
      return count + " " + unit + " AGO";
    }
  }

  private static LocalDate checkYear(DateSelection selection, LocalDate day) {
    if (day.getYear() < 1) {
      throw unresolvable(selection, "it begins before the year 1");
    }
    return day;
  }

  private static RuntimeException unresolvable(DateSelection selection, String reason) {
    throw AlmanacException.of(
        Condition.INVALID_TEMPORAL_CLAUSE, "Cannot read the dates " + selection + ": " + reason);
  }
}
