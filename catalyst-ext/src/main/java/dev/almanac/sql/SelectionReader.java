package dev.almanac.sql;

import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.ClauseReader;
import dev.almanac.temporal.DateSelection;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.TableVersion;
import dev.almanac.temporal.Token;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the inside of a clause: the dates, and the {@code TIMESTAMP AS OF} that may follow.
 *
 * @param tokens the statement
 * @param parameters the value of a parameter marker
 * @param zone the session's time zone, in which Spark reads a {@code TIMESTAMP AS OF}
 */
record SelectionReader(Tokens tokens, Function<Token, Point> parameters, ZoneId zone) {

  private static final Set<Token.Kind> LITERALS = Set.of(Token.Kind.LITERAL, Token.Kind.PARAMETER);

  /**
   * What was read.
   *
   * @param version both axes of time
   * @param next index of the first token that is not part of it
   */
  record Selection(TableVersion version, int next) {}

  /** Reads a clause of which {@code FOR} stands at this index. */
  Selection read(int index) {
    ClauseReader reader = new ClauseReader(tokens.all(), index + 1, parameters);
    DateSelection dates = reader.selection();
    TableVersion version = TableVersion.of(dates);
    int next = reader.position();
    int timeTravel = tokens.are(next, "FOR") ? next + 1 : next;
    if (!tokens.isTimeTravel(timeTravel)) {
      return new Selection(version, next);
    }
    Token keyword = tokens.at(timeTravel);
    if (keyword.is("VERSION") || keyword.is("SYSTEM_VERSION")) {
      throw new ClauseException(
          keyword.start(),
          keyword.end(),
          "a table has one version: FOR or VERSION AS OF, not both");
    }
    ClauseReader time = new ClauseReader(tokens.all(), timeTravel + 3, parameters);
    Instant known = knownAt(time, tokens.at(timeTravel + 3));
    return new Selection(version.knownAt(known), time.position());
  }

  private Instant knownAt(ClauseReader reader, Token first) {
    if (LITERALS.contains(first.kind()) || first.is("TIMESTAMP") || first.is("DATE")) {
      Point point = reader.point();
      if (point instanceof Point.Moment moment) {
        return moment.instant(zone);
      }
      if (point instanceof Point.Day day) {
        return day.date().atStartOfDay(zone).toInstant();
      }
    }
    throw new ClauseException(
        first.start(),
        first.end(),
        "after FOR, TIMESTAMP AS OF takes a literal or a parameter, such as '2022-05-03 10:00'");
  }
}
