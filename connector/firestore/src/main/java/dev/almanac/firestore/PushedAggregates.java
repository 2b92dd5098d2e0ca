package dev.almanac.firestore;

import com.google.firestore.v1.StructuredAggregationQuery;
import com.google.firestore.v1.StructuredAggregationQuery.Aggregation;
import com.google.firestore.v1.StructuredQuery;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Avg;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Sum;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructType;

/**
 * Aggregates that the server evaluates to what Spark would: the number of documents, and sums and
 * averages of a column of numbers.
 *
 * @param functions in the order of the result's columns
 */
record PushedAggregates(List<Function> functions) implements Serializable {

  private static final long serialVersionUID = 1;

  /** The aliases that results come under. */
  static final String SUM = "sum";

  static final String AVG = "avg";
  static final String COUNT = "count";

  enum Kind {
    COUNT,
    SUM,
    AVG
  }

  /**
   * An aggregate.
   *
   * @param column {@link FieldPath#NAME} for the number of documents, all of which have one
   * @param isLong whether the column is BIGINT; otherwise it is DOUBLE
   */
  record Function(Kind kind, FieldPath column, boolean isLong) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  PushedAggregates {
    functions = List.copyOf(functions);
  }

  /**
   * Translates Spark's aggregates.
   *
   * @param ansi whether sums that overflow are errors for Spark too; if not, none of BIGINT is
   *     taken
   * @return empty where one of them is to be evaluated by Spark
   */
  static Optional<PushedAggregates> of(
      org.apache.spark.sql.connector.expressions.aggregate.Aggregation wanted,
      FilterColumn.Finder columns,
      boolean ansi) {
    if (wanted.groupByExpressions().length > 0 || wanted.aggregateExpressions().length == 0) {
      return Optional.empty();
    }
    List<Function> functions = new ArrayList<>();
    for (AggregateFunc wantedFunction : wanted.aggregateExpressions()) {
      Optional<Function> function = function(wantedFunction, columns, ansi);
      if (function.isEmpty()) {
        return Optional.empty();
      }
      functions.add(function.get());
    }
    return Optional.of(new PushedAggregates(functions));
  }

  private static Optional<Function> function(
      AggregateFunc function, FilterColumn.Finder columns, boolean ansi) {
    if (function instanceof CountStar) {
      return Optional.of(new Function(Kind.COUNT, FieldPath.NAME, true));
    }
    if (function instanceof Sum sum && !sum.isDistinct()) {
      return number(Kind.SUM, sum.column(), columns).filter(it -> ansi || !it.isLong());
    }
    if (function instanceof Avg avg && !avg.isDistinct()) {
      return number(Kind.AVG, avg.column(), columns);
    }
    return Optional.empty();
  }

  private static Optional<Function> number(
      Kind kind, Expression expression, FilterColumn.Finder columns) {
    return columns
        .find(expression)
        .filter(it -> it.type() instanceof LongType || it.type() instanceof DoubleType)
        .map(it -> new Function(kind, it.path(), it.type() instanceof LongType));
  }

  /** The columns of the result, which is one row. */
  StructType schema() {
    StructType schema = new StructType();
    for (int i = 0; i < functions.size(); i++) {
      Function function = functions.get(i);
      boolean isLong = function.isLong() && function.kind() != Kind.AVG;
      schema = schema.add("agg_func_" + i, isLong ? DataTypes.LongType : DataTypes.DoubleType);
    }
    return schema;
  }

  /**
   * The server's queries, by column. Each column has its own, because the server leaves out all
   * documents that lack one of a query's columns; the average goes with each sum, because only it
   * tells a sum of nothing from zero.
   */
  Map<FieldPath, StructuredAggregationQuery> queries(StructuredQuery query) {
    Map<FieldPath, StructuredAggregationQuery> queries = new LinkedHashMap<>();
    for (Function function : functions) {
      StructuredAggregationQuery.Builder request =
          StructuredAggregationQuery.newBuilder().setStructuredQuery(query);
      if (function.kind() == Kind.COUNT) {
        request.addAggregations(
            Aggregation.newBuilder()
                .setAlias(COUNT)
                .setCount(Aggregation.Count.getDefaultInstance()));
      } else {
        FieldPath column = function.column();
        request.addAggregations(
            Aggregation.newBuilder()
                .setAlias(AVG)
                .setAvg(Aggregation.Avg.newBuilder().setField(column.reference())));
        request.addAggregations(
            Aggregation.newBuilder()
                .setAlias(SUM)
                .setSum(Aggregation.Sum.newBuilder().setField(column.reference())));
      }
      queries.put(function.column(), request.build());
    }
    return queries;
  }

  /** As in plans: {@code count(*), sum(age)}. */
  @Override
  public String toString() {
    return String.join(
        ", ",
        functions.stream()
            .map(
                function ->
                    function.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + "("
                        + (function.kind() == Kind.COUNT ? "*" : function.column())
                        + ")")
            .toList());
  }
}
