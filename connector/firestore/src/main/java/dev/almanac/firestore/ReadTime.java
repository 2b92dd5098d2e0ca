package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.temporal.DateSelection;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.TableVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The instant that a query names, at which the server shall read. */
final class ReadTime {

  /** How long a database keeps what was, at most; and how long any instant of it. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final Duration KEPT_EXACTLY = Duration.ofHours(1);

  private ReadTime() {}

  /**
   * The instant of a clause.
   *
   * @param table the table's name, for messages
   * @param zone in which a time without an offset is meant
   * @param now by the clock, not by the query
   * @return empty where the query names none
   * @throws AlmanacException TEMPORAL_CLAUSE_NOT_APPLICABLE for days and ranges, NO_DATA_IN_RANGE
   *     for an instant that no database still has
   */
  static Optional<Instant> of(
      Optional<TableVersion> version, String table, ZoneId zone, Instant now) {
    if (version.isEmpty()) {
      return Optional.empty();
    }
    Optional<DateSelection> dates = version.get().dates();
    Optional<Instant> knownAt = version.get().knownAt();
    if (dates.isPresent() == knownAt.isPresent()) {
      throw notAnInstant(version.get(), table);
    }
    Instant instant =
        knownAt.orElseGet(
            () -> {
              if (dates.get() instanceof Point.Moment moment) {
                return moment.instant(zone);
              }
              throw notAnInstant(version.get(), table);
            });
    check(instant, table, now);
    return Optional.of(instant);
  }

  private static void check(Instant instant, String table, Instant now) {
    String reason = "";
    if (instant.isAfter(now.plus(Duration.ofMinutes(1)))) {
      reason = "it is not yet " + instant;
    } else if (instant.isBefore(now.minus(KEPT))) {
      reason =
          "a Firestore database keeps old versions for 7 days at most, so from "
              + now.minus(KEPT).truncatedTo(ChronoUnit.MINUTES);
    } else if (instant.isBefore(now.minus(KEPT_EXACTLY))
        && !instant.equals(instant.truncatedTo(ChronoUnit.MINUTES))) {
      reason =
          "of what is older than an hour, a Firestore database keeps whole minutes only; the"
              + " nearest is "
              + instant.truncatedTo(ChronoUnit.MINUTES);
    }
    if (!reason.isEmpty()) {
      throw AlmanacException.of(
          Condition.NO_DATA_IN_RANGE,
          "Cannot read " + table + " as of " + instant + ": " + reason + ".");
    }
  }

  private static RuntimeException notAnInstant(TableVersion version, String table) {
    throw AlmanacException.of(
        Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE,
        "Cannot read "
            + table
            + " for "
            + version
            + ": a Firestore collection is not divided by dates. It can be read as it was at one"
            + " instant of the last hour, or of the last 7 days where the database has"
            + " point-in-time recovery: FOR '2022-05-01T12:00Z' or TIMESTAMP AS OF.");
  }
}
