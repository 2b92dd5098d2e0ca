package dev.almanac.sql;

import dev.almanac.sql.SelectionReader.Selection;
import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.Token;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A clause after a name that is not part of a statement, as in {@code spark.table("t FOR TODAY")}.
 * Only SQL has clauses.
 *
 * @param text the name and the clause
 * @param name the name alone
 * @param start where the clause begins
 * @param version what the clause selects, as a version; empty where it cannot be read
 */
public record NameWithClause(String text, String name, int start, Optional<String> version) {

  /** Finds such a clause. */
  public static Optional<NameWithClause> in(String text, ZoneId zone) {
    Tokens tokens = new Tokens(text, SqlLexer.tokens(text));
    int clause = TableName.at(tokens, 0).end();
    if (!tokens.are(clause, "FOR")) {
      return Optional.empty();
    }
    String name = text.substring(tokens.at(0).start(), tokens.endBefore(clause));
    return Optional.of(
        new NameWithClause(text, name, tokens.at(clause).start(), version(tokens, clause, zone)));
  }

  private static Optional<String> version(Tokens tokens, int clause, ZoneId zone) {
    try {
      Selection selection = new SelectionReader(tokens, NameWithClause::noValue, zone).read(clause);
      return Optional.of(selection.version().toString());
    } catch (ClauseException unreadable) {
      return Optional.empty();
    }
  }

  private static Point noValue(Token parameter) {
    throw new ClauseException(parameter.start(), parameter.end(), "a name has no parameters");
  }

  /** The error message, with what to write instead. */
  public String message() {
    return "Cannot read a table named "
        + text.strip()
        + ": a clause is SQL, and no part of a name. Write spark.read.option(\"versionAsOf\", "
        + version.map(dates -> "\"" + dates + "\"").orElse("dates")
        + ").table(\""
        + name
        + "\"), or spark.sql(\"SELECT * FROM "
        + text.strip()
        + "\").";
  }
}
