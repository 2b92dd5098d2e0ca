package dev.almanac.sql;

import dev.almanac.sql.Rewriting.Edit;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.Token;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The temporal clauses of a statement that Spark's parser has refused. */
public final class Findings {

  private final String sql;
  private final List<Clause> clauses;
  private final List<Fault> faults;

  Findings(String sql, List<Clause> clauses, List<Fault> faults) {
    this.sql = sql;
    this.clauses = List.copyOf(clauses);
    this.faults = List.copyOf(faults);
  }

  /**
   * Looks for clauses.
   *
   * @param sql the statement
   * @param tokens its tokens
   * @param parameters the value of a parameter marker; throws {@link
   *     dev.almanac.temporal.ClauseException} where it has none, or none that is a date
   * @param zone the session's time zone
   */
  public static Findings in(
      String sql, List<Token> tokens, Function<Token, Point> parameters, ZoneId zone) {
    return new ClauseFinder(new Tokens(sql, tokens), parameters, zone).find();
  }

  /** Whether there is neither a clause nor anything like one. */
  public boolean isEmpty() {
    return clauses.isEmpty() && faults.isEmpty();
  }

  /** Where the first clause begins; the statement has one. */
  public int start() {
    return clauses.stream().mapToInt(Clause::start).min().orElse(0);
  }

  /** The first faulty clause that can be nothing else. */
  public Optional<Fault> certainFault() {
    return faults.stream().filter(Fault::certain).findFirst();
  }

  /** The first faulty clause, if what is left of the statement without it turns out to be sound. */
  public Optional<Fault> fault() {
    return faults.stream().findFirst();
  }

  /** The statement with Spark's own time travel for each clause, and without the faulty ones. */
  public Rewriting rewriting() {
    List<Edit> edits = new ArrayList<>();
    clauses.forEach(clause -> edits.addAll(clause.edits(sql)));
    faults.forEach(fault -> edits.add(fault.removal(sql)));
    return Rewriting.of(sql, edits);
  }

  /** Blames a clause for an error at this offset, if the error lies in what was made of it. */
  public Optional<Fault> blame(int offset) {
    return clauses.stream()
        .filter(clause -> clause.covers(offset))
        .findFirst()
        .map(
            clause ->
                new Fault(
                    clause.start(),
                    clause.end(),
                    "it stands after a table that this statement does not read",
                    true));
  }
}
