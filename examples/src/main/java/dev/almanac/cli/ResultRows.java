package dev.almanac.cli;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.QueryExecution$;
import org.apache.spark.sql.execution.SQLExecution;
import scala.Function1;
import scala.Some;

/**
 * Collects the rows of a result as {@code Dataset.collectAsList} does, with Spark's plain
 * converters: the code that Spark generates to do this with, and the reflection of Scala that
 * generating it starts, take a good part of a second, which most results are not worth.
 */
final class ResultRows {

  private ResultRows() {}

  static List<Row> of(Dataset<Row> result) {
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) result).queryExecution();
    InternalRow[] rows =
        SQLExecution.withNewExecutionId(
            query,
            Some.apply("collect"),
            () ->
                QueryExecution$.MODULE$.withInternalError(
                    "The \"collect\" action failed.",
                    () -> {
                      query.executedPlan().resetMetrics();
                      return query.executedPlan().executeCollect();
                    }));
    Function1<Object, Object> converter =
        CatalystTypeConverters.createToScalaConverter(result.schema());
    return Arrays.stream(rows).map(row -> (Row) converter.apply(row)).toList();
  }
}
