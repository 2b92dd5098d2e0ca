package dev.almanac.folders;

import dev.almanac.format.FileReader;
import dev.almanac.format.FooterAggregation;
import dev.almanac.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Aggregates that files' footers answer, possibly by groups of columns that are constant within a
 * file. Each file gives one row; Spark puts the rows together.
 *
 * @param groups the columns grouped by
 * @param readers one for each format, by name: gives a file's row of aggregates
 * @param results the aggregates' columns
 */
record PushedAggregation(StructType groups, StructType results, Map<String, FileReader> readers) {

  /** Empty where a file, a group or a function does not allow it. */
  static Optional<PushedAggregation> of(Aggregation wanted, Snapshot snapshot, FilePlan plan) {
    Optional<StructType> groups = groups(wanted.groupByExpressions(), snapshot);
    if (groups.isEmpty() || plan.files().isEmpty()) {
      return Optional.empty();
    }
    List<AggregateFunc> functions = List.of(wanted.aggregateExpressions());
    Map<String, FileReader> readers = new TreeMap<>();
    StructType results = null;
    for (String name : plan.kept().formats()) {
      Optional<FooterAggregation> pushed =
          Formats.named(name)
              .aggregation(functions, snapshot.dataSchema(), snapshot.formatContext());
      if (pushed.isEmpty()) {
        return Optional.empty();
      }
      results = pushed.get().resultSchema();
      readers.put(name, new FooterReader(pushed.get(), !groups.get().isEmpty()));
    }
    return Optional.of(new PushedAggregation(groups.get(), results, readers));
  }

  private static Optional<StructType> groups(Expression[] expressions, Snapshot snapshot) {
    List<StructField> fields = new ArrayList<>();
    StructType columns = snapshot.constants().columns();
    for (Expression expression : expressions) {
      if (!(expression instanceof NamedReference reference)
          || reference.fieldNames().length != 1
          || !snapshot.constants().contains(reference.fieldNames()[0])) {
        return Optional.empty();
      }
      fields.add(columns.apply(reference.fieldNames()[0]));
    }
    return Optional.of(new StructType(fields.toArray(StructField[]::new)));
  }

  /** The groups first, as Spark wants it. */
  StructType schema() {
    StructType all = groups;
    for (StructField field : results.fields()) {
      all = all.add(field);
    }
    return all;
  }

  /** Readers have no equality of their own: the columns say what is computed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PushedAggregation that
        && groups.equals(that.groups)
        && results.equals(that.results);
  }

  @Override
  public int hashCode() {
    return groups.hashCode() * 31 + results.hashCode();
  }

  /** For plans. */
  @Override
  public String toString() {
    String functions = String.join(", ", results.fieldNames());
    return groups.isEmpty()
        ? functions
        : functions + " by " + String.join(", ", groups.fieldNames());
  }
}
