package dev.almanac.sql;

import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.Token;
import dev.almanac.temporal.Token.Kind;
import java.util.Set;

/**
 * A clause that could not be read to its end.
 *
 * @param tokens the statement
 * @param index where {@code FOR} stands
 * @param fault what was wrong
 */
record FaultyClause(Tokens tokens, int index, ClauseException fault) {

  private static final Set<String> UNITS =
      Set.of(
          "HOUR", "HOURS", "DAY", "DAYS", "WEEK", "WEEKS", "MONTH", "MONTHS", "YEARS", "AGO",
          "AND");

  /** Whether it can be nothing but a clause: a part was understood, or what came was a value. */
  boolean isEvident() {
    Token first = tokens.at(index + 1);
    return fault.start() > first.start()
        || switch (first.kind()) {
          case LITERAL, NUMBER, PARAMETER -> true;
          case SYMBOL -> tokens.at(index + 2).kind() == Kind.NUMBER;
          default -> false;
        };
  }

  /** The index after it: behind the fault, and behind what still looks like the clause. */
  int next() {
    int next = index + 1;
    while (tokens.at(next).kind() != Kind.END && tokens.at(next).start() < fault.start()) {
      next++;
    }
    while (tokens.at(next).start() < fault.end() && tokens.continuesClause(next)) {
      next++;
    }
    while (tokens.isOneOf(next, UNITS) || tokens.at(next).kind() == Kind.NUMBER) {
      next++;
    }
    return next;
  }
}
