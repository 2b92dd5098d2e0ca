package dev.almanac.sql.spark;

import dev.almanac.sql.Rewriting;
import dev.almanac.sql.TextPosition;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.catalyst.trees.SQLQueryContext;
import scala.Option;
import scala.Some;
import scala.jdk.javaapi.OptionConverters;

/**
 * Errors of the other parser about a rewritten text, as errors about the user's text: the same
 * condition, at the place where the cause is there.
 */
record OriginalErrors(Rewriting rewriting) {

  /** The offset in the user's text that an error is about. */
  Optional<Integer> offset(ParseException error) {
    return position(error.start()).map(place -> rewriting.originalOffset(place.offset(text())));
  }

  ParseException of(ParseException error) {
    if (!error.getClass().equals(ParseException.class)) {
      return error; // of another extension, which says it in its own way
    }
    Origin start =
        position(error.start())
            .map(place -> Positions.origin(original(place)))
            .orElse(error.start());
    return new ParseException(
        new Some<>(rewriting.original()),
        start,
        error.getCondition(),
        error.messageParameters(),
        contexts(error));
  }

  /** A parameter that has no value. */
  AnalysisException of(AnalysisException error) {
    return new AnalysisException(
        error.getCondition(), error.messageParameters(), contexts(error), Option.apply(error));
  }

  private QueryContext[] contexts(AnalysisException error) {
    return Arrays.stream(error.getQueryContext()).map(this::context).toArray(QueryContext[]::new);
  }

  private QueryContext context(QueryContext context) {
    if (!(context instanceof SQLQueryContext sql)) {
      return context;
    }
    // Spark finds the user's text and offsets by itself, where it knows of the rewriting.
    boolean mapped = !OptionConverters.toJava(sql.sqlText()).equals(Optional.of(text()));
    int start = mapped ? sql.startIndex() : rewriting.originalOffset(sql.startIndex());
    int stop = mapped ? sql.stopIndex() : rewriting.originalOffset(sql.stopIndex());
    Optional<TextPosition> place =
        Positions.of(sql.line(), sql.startPosition()).map(this::original);
    return new SQLQueryContext(
        Positions.line(place),
        Positions.column(place),
        new Some<>(start),
        new Some<>(stop),
        new Some<>(rewriting.original()),
        sql.originObjectType(),
        sql.originObjectName());
  }

  private static Optional<TextPosition> position(Origin origin) {
    return Positions.of(origin.line(), origin.startPosition());
  }

  private TextPosition original(TextPosition place) {
    return TextPosition.of(rewriting.original(), rewriting.originalOffset(place.offset(text())));
  }

  private String text() {
    return rewriting.text();
  }
}
