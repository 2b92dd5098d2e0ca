package dev.almanac.sql.spark;

import dev.almanac.sql.Fault;
import dev.almanac.sql.Findings;
import dev.almanac.sql.Rewriting;
import dev.almanac.sql.SqlLexer;
import dev.almanac.temporal.Token;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.VariableSubstitution;

/**
 * A statement that the other parser refused, read again for its temporal clauses.
 *
 * <p>Of Spark it uses the session's configuration, and its replacement of {@code ${..}} variables:
 * the parser does that itself, but a clause may hold one.
 */
final class SecondReading {

  /** The method of the other parser that refused the statement. */
  @FunctionalInterface
  interface Delegate {
    LogicalPlan parse(String sqlText, ParameterContext parameters) throws ParseException;
  }

  private final String sql;
  private final Arguments arguments;
  private final ParseException refused;

  SecondReading(String sqlText, Arguments arguments, ParseException refused) {
    this.sql = sqlText.contains("${") ? new VariableSubstitution().substitute(sqlText) : sqlText;
    this.arguments = arguments;
    this.refused = refused;
  }

  /**
   * The plan of the statement.
   *
   * @throws ParseException the first one, where no clause was the reason for it; otherwise one that
   *     speaks of the statement as the user wrote it
   */
  LogicalPlan plan(Delegate delegate) throws ParseException {
    if (refused instanceof TemporalParseException || !mentionsFor()) {
      throw refused;
    }
    List<Token> tokens = SqlLexer.tokens(sql);
    Findings findings = findings(tokens);
    if (findings.isEmpty()) {
      throw refused;
    }
    Optional<Fault> fault = findings.certainFault();
    if (fault.isPresent()) {
      throw new TemporalParseException(sql, fault.get());
    }
    return new Attempt(tokens, findings).plan(delegate);
  }

  /**
   * The error of a session without the extension: the first one, unless a clause was the reason.
   */
  ParseException hint(Delegate delegate) {
    try {
      plan(delegate);
      return new MissingExtensionException(sql, findings(SqlLexer.tokens(sql)).start());
    } catch (ParseException again) {
      return refused;
    }
  }

  private Findings findings(List<Token> tokens) {
    ZoneId zone = ZoneId.of(SQLConf.get().sessionLocalTimeZone(), ZoneId.SHORT_IDS);
    return Findings.in(sql, tokens, arguments.values(tokens), zone);
  }

  private boolean mentionsFor() {
    for (int i = sql.length() - 3; i >= 0; i--) {
      if (sql.regionMatches(true, i, "FOR", 0, 3)) {
        return true;
      }
    }
    return false;
  }

  /** The statement in Spark's words, on its way through the other parser. */
  private final class Attempt {

    private final boolean script;
    private final Findings findings;

    /** Where the text that is being read differs from the user's. */
    private Rewriting rewriting;

    Attempt(List<Token> tokens, Findings findings) {
      this.script = tokens.get(0).is("BEGIN");
      this.findings = findings;
      this.rewriting = findings.rewriting();
    }

    LogicalPlan plan(Delegate delegate) throws ParseException {
      LogicalPlan plan;
      try {
        rewriting = arguments.bind(rewriting);
        plan =
            Origins.within(
                rewriting, script, () -> delegate.parse(rewriting.text(), arguments.unbound()));
      } catch (ParseException again) {
        throw blamed(again);
      } catch (AnalysisException unbound) {
        throw Sneaky.unchecked(new OriginalErrors(rewriting).of(unbound));
      }
      if (findings.fault().isPresent()) {
        throw new TemporalParseException(sql, findings.fault().get());
      }
      return plan;
    }

    private ParseException blamed(ParseException again) {
      if (findings.fault().isPresent()) {
        return refused; // something else is wrong, with the doubtful clause or without it
      }
      OriginalErrors errors = new OriginalErrors(rewriting);
      Optional<Fault> fault = errors.offset(again).flatMap(findings::blame);
      return fault.isPresent() ? new TemporalParseException(sql, fault.get()) : errors.of(again);
    }
  }
}
