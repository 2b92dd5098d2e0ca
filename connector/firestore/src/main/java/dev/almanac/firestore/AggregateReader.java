package dev.almanac.firestore;

import com.google.firestore.v1.StructuredAggregationQuery;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Value;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.firestore.PushedAggregates.Function;
import dev.almanac.spark.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the one row of aggregates that the server evaluates. */
final class AggregateReader implements PartitionReader<InternalRow> {

  private final Server server;
  private final String parent;
  private final PushedAggregates aggregates;
  private final Map<FieldPath, StructuredAggregationQuery> queries;
  private final Optional<Instant> readTime;
  private boolean read;

  AggregateReader(
      Server server,
      String parent,
      StructuredQuery query,
      PushedAggregates aggregates,
      Optional<Instant> readTime) {
    this.server = server;
    this.parent = parent;
    this.aggregates = aggregates;
    this.queries = aggregates.queries(query.toBuilder().clearSelect().clearOrderBy().build());
    this.readTime = readTime;
  }

  @Override
  public boolean next() {
    boolean first = !read;
    read = true;
    return first;
  }

  @Override
  public InternalRow get() {
    Map<FieldPath, Map<String, Value>> results = new HashMap<>();
    queries.forEach(
        (column, query) -> results.put(column, server.aggregate(parent, query, readTime)));
    Object[] row = new Object[aggregates.functions().size()];
    for (int i = 0; i < row.length; i++) {
      Function function = aggregates.functions().get(i);
      row[i] = result(function, results.get(function.column()));
    }
    return Rows.of(row);
  }

  private Object result(Function function, Map<String, Value> results) {
    if (function.kind() == PushedAggregates.Kind.COUNT) {
      return results.get(PushedAggregates.COUNT).getIntegerValue();
    }
    Value average = results.get(PushedAggregates.AVG);
    boolean nothing = !average.hasDoubleValue() && !average.hasIntegerValue();
    if (nothing) {
      return null;
    }
    if (function.kind() == PushedAggregates.Kind.AVG) {
      return number(average);
    }
    Value sum = results.get(PushedAggregates.SUM);
    if (!function.isLong()) {
      return number(sum);
    }
    if (!sum.hasIntegerValue()) {
      throw noInteger(function, sum);
    }
    return sum.getIntegerValue();
  }

  private static double number(Value value) {
    return value.hasDoubleValue() ? value.getDoubleValue() : (double) value.getIntegerValue();
  }

  private RuntimeException noInteger(Function function, Value sum) {
    throw AlmanacException.of(
        Condition.INCOMPATIBLE_SCHEMA,
        "Cannot sum the column "
            + function.column()
            + " of "
            + server.table()
            + ": the sum, "
            + sum.getDoubleValue()
            + ", is too large for BIGINT, or of fractions that the documents looked at for the"
            + " column's type did not have. Sum it as DOUBLE or DECIMAL.");
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return ScanMetric.values(queries.size(), 0);
  }

  @Override
  public void close() {}
}
