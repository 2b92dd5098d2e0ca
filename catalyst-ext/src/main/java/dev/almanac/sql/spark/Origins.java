package dev.almanac.sql.spark;

import dev.almanac.sql.Rewriting;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.ParameterLocation;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.PositionMapper;
import org.apache.spark.sql.catalyst.parser.Substitution;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.CurrentOrigin;
import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Some;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes what is parsed remember where it stood in the user's text, for errors that the analyzer
 * finds later. Spark has this for parameters, which it replaces in the text as well; there is no
 * public way to it.
 */
final class Origins {

  /** Something that parses. */
  @FunctionalInterface
  interface Parsing {
    LogicalPlan parse() throws ParseException;
  }

  private Origins() {}

  /**
   * Parses the new text of a rewriting.
   *
   * @param script whether the text is a SQL script, for which Spark cuts statements out of the
   *     user's text by offsets of the other one: it must not be the shorter of the two
   */
  static LogicalPlan within(Rewriting rewriting, boolean script, Parsing parsing)
      throws ParseException {
    Origin now = CurrentOrigin.get();
    int missing = script ? rewriting.text().length() - rewriting.original().length() : 0;
    PositionMapper mapper = mapper(rewriting, " ".repeat(Math.max(0, missing)));
    CurrentOrigin.set(
        new Origin(
            now.line(),
            now.startPosition(),
            now.startIndex(),
            now.stopIndex(),
            now.sqlText(),
            now.objectType(),
            now.objectName(),
            now.stackTrace(),
            now.pysparkErrorContext(),
            new Some<>(mapper)));
    try {
      LogicalPlan plan = parsing.parse();
      PlanPositions.correct(plan, rewriting, mapper);
      return plan;
    } finally {
      CurrentOrigin.set(now);
    }
  }

  /** Spark counts offsets in code points here. */
  private static PositionMapper mapper(Rewriting rewriting, String padding) {
    String original = rewriting.original();
    List<Substitution> substitutions =
        rewriting.edits().stream()
            .map(
                edit ->
                    new Substitution(
                        new ParameterLocation(
                            original.codePointCount(0, edit.start()),
                            original.codePointCount(0, edit.end())),
                        edit.text()))
            .toList();
    return new PositionMapper(
        original + padding, rewriting.text(), CollectionConverters.asScala(substitutions).toList());
  }
}
