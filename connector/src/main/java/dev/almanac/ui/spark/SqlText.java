package dev.almanac.ui.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.PositionMapper;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.util.Utils$;
import scala.jdk.javaapi.CollectionConverters;

/** The SQL that a query's plan was made from, as the user wrote it. */
final class SqlText {

  /** What is kept of a longer text. */
  private static final int LENGTH = 2000;

  /** Where to give up: plans of programs can be large, and have no SQL. */
  private static final int NODES = 100;

  private SqlText() {}

  /** Redacted as Spark redacts texts; empty for a query that a program put together. */
  static Optional<String> of(QueryExecution query) {
    Deque<LogicalPlan> open = new ArrayDeque<>();
    open.add(query.logical());
    for (int looked = 0; looked < NODES && !open.isEmpty(); looked++) {
      LogicalPlan plan = open.remove();
      Optional<String> text = text(plan.origin());
      if (text.isPresent()) {
        return text.map(found -> shown(query.sparkSession(), found));
      }
      CollectionConverters.asJava(plan.children()).forEach(open::add);
    }
    return Optional.empty();
  }

  /** Where parameters or clauses were replaced, what was there before. */
  private static Optional<String> text(Origin origin) {
    if (origin.positionMapper().isDefined()) {
      PositionMapper mapper = origin.positionMapper().get();
      return Optional.of(mapper.originalText());
    }
    return origin.sqlText().isDefined() ? Optional.of(origin.sqlText().get()) : Optional.empty();
  }

  private static String shown(SparkSession session, String text) {
    String redacted = redacted(session, text.strip());
    return redacted.length() <= LENGTH ? redacted : redacted.substring(0, LENGTH) + "...";
  }

  static String redacted(SparkSession session, String text) {
    return Utils$.MODULE$.redact(session.sessionState().conf().stringRedactionPattern(), text);
  }
}
