package dev.almanac.cli;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.QueryExecution$;
import org.apache.spark.sql.execution.SQLExecution;
import scala.Function0;
import scala.Function1;
import scala.Some;

/**
 * The rows of a result as {@code Dataset.collectAsList} and {@code toJavaRDD} give them, made by
 * Spark's plain converters: the code that Spark generates to do this with, and the reflection of
 * Scala that generating it starts, take a good part of a second, which most results are not worth.
 */
final class ResultRows {

  private ResultRows() {}

  /** All rows, in memory. */
  static List<Row> of(Dataset<Row> result) {
    QueryExecution query = query(result);
    InternalRow[] rows =
        execute(
            query,
            "collect",
            () -> {
              query.executedPlan().resetMetrics();
              return query.executedPlan().executeCollect();
            });
    Function1<Object, Object> converter =
        CatalystTypeConverters.createToScalaConverter(result.schema());
    return Arrays.stream(rows).map(row -> (Row) converter.apply(row)).toList();
  }

  /** All rows, where Spark makes them. */
  static JavaRDD<Row> rdd(Dataset<Row> result) {
    QueryExecution query = query(result);
    Function1<Object, Object> converter =
        CatalystTypeConverters.createToScalaConverter(result.schema());
    return execute(query, "rdd", query::toRdd).toJavaRDD().map(row -> (Row) converter.apply(row));
  }

  private static QueryExecution query(Dataset<Row> result) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) result).queryExecution();
  }

  /** Runs a query as Spark's actions do, so that it is an execution of its own to listeners. */
  private static <T> T execute(QueryExecution query, String action, Function0<T> body) {
    return SQLExecution.withNewExecutionId(
        query,
        Some.apply(action),
        () ->
            QueryExecution$.MODULE$.withInternalError(
                "The \"" + action + "\" action failed.", body));
  }
}
