package dev.almanac.temporal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** A selection that can also be an end of a range: one day, or one hour of a day. */
public sealed interface Point extends DateSelection permits Point.Day, Point.Moment, RelativeDay {

  /**
   * Reads the value of a parameter: a date, a time or a word such as {@code TODAY}.
   *
   * @throws ClauseException where it is none of them; its offsets are in this text
   */
  static Point parse(String text) {
    return VersionText.readClause(text, ClauseReader::point);
  }

  /** A calendar day of the store. */
  record Day(LocalDate date) implements Point {

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      return DateRange.ofDays(date, date, zone);
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  /**
   * A time of day, which stands for its whole hour.
   *
   * @param time the time as written
   * @param offset where it was written with one, and so is an instant; a time without an offset is
   *     one of the store's time zone
   */
  record Moment(LocalDateTime time, Optional<ZoneOffset> offset) implements Point {

    /** The instant that was written, of which a time without an offset is one of the zone. */
    public Instant instant(ZoneId zone) {
      return time.atZone(offset.map(ZoneId.class::cast).orElse(zone)).toInstant();
    }

    @Override
    public DateRange resolve(Instant now, ZoneId zone, Supplier<LocalDate> latest) {
      // By way of the instant, so that a time that a clock change skipped moves to one that exists.
      LocalDateTime local = LocalDateTime.ofInstant(instant(zone), zone);
      return DateRange.ofHours(local, local, zone);
    }

    @Override
    public String toString() {
      return time + offset.map(ZoneOffset::toString).orElse("");
    }
  }
}
