package dev.almanac.temporal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The version of a table that a query asks for, on both axes of time: which dates, and what was
 * known of them when.
 *
 * <p>As text: {@code 2022-05-01}, {@code 2022-05-01 AS OF 2022-05-03T10:00:00Z}, or {@code AS OF
 * 2022-05-03T10:00:00Z} alone. {@link #parse} of {@code toString()} gives an equal version.
 *
 * @param dates the dates to read; empty: the dataset's default
 * @param knownAt read the frames as they were complete at this instant; empty: now
 */
public record TableVersion(Optional<DateSelection> dates, Optional<Instant> knownAt) {

  /** Some dates, as they are known now. */
  public static TableVersion of(DateSelection dates) {
    return new TableVersion(Optional.of(dates), Optional.empty());
  }

  /** The default dates, as they were known then. */
  public static TableVersion asOf(Instant knownAt) {
    return new TableVersion(Optional.empty(), Optional.of(knownAt));
  }

  /** These dates, as they were known then. */
  public TableVersion knownAt(Instant instant) {
    return new TableVersion(dates, Optional.of(instant));
  }

  /**
   * Reads a version string: what {@link DateSelection#parse} takes, with or without {@code
   * [TIMESTAMP] AS OF time} behind. A time without an offset is UTC; a day is its first instant, as
   * Spark's own {@code TIMESTAMP AS OF} has it. Anything else is an error ({@code
   * INVALID_TEMPORAL_CLAUSE}).
   */
  public static TableVersion parse(String text) {
    return VersionText.read(text, TableVersion::read);
  }

  private static TableVersion read(ClauseReader reader) {
    Optional<DateSelection> dates =
        startsAsOf(reader) ? Optional.empty() : Optional.of(reader.version());
    if (!startsAsOf(reader)) {
      return new TableVersion(dates, Optional.empty());
    }
    reader.skip("TIMESTAMP");
    reader.skip("AS");
    if (!reader.skip("OF")) {
      throw reader.unexpected("OF is expected after AS");
    }
    return new TableVersion(dates, Optional.of(instant(reader)));
  }

  private static boolean startsAsOf(ClauseReader reader) {
    return reader.token().is("AS") || (reader.token().is("TIMESTAMP") && reader.peek("AS"));
  }

  private static Instant instant(ClauseReader reader) {
    ZoneId utc = ZoneOffset.UTC;
    Token at = reader.token();
    Point point = reader.point();
    if (point instanceof Point.Day day) {
      return day.date().atStartOfDay(utc).toInstant();
    }
    if (point instanceof Point.Moment moment) {
      return moment.instant(utc);
    }
    throw new ClauseException(at, "a time is expected after AS OF, not " + point);
  }

  @Override
  public String toString() {
    String first = dates.map(DateSelection::toString).orElse("");
    String second = knownAt.map(instant -> "AS OF " + instant).orElse("");
    return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
  }
}
