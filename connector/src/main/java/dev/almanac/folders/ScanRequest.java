package dev.almanac.folders;

import dev.almanac.spark.ConstantPredicate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/**
 * What a query wants of a table. Requests are equal whatever the order of their filters.
 *
 * @param data the columns to read from the files, nested ones pruned
 * @param constants the columns that are constant within a file
 * @param constantFilters filters that were decided by leaving out files
 * @param dataFilters filters that readers may use
 * @param limit the most rows that a task needs to give
 * @param aggregation what is computed from the files' footers instead of reading rows
 */
record ScanRequest(
    StructType data,
    StructType constants,
    List<ConstantPredicate> constantFilters,
    List<Filter> dataFilters,
    long limit,
    Optional<PushedAggregation> aggregation) {

  ScanRequest {
    constantFilters = List.copyOf(constantFilters);
    dataFilters = List.copyOf(dataFilters);
  }

  /** The columns that the scan gives: the data's, then the constant ones. */
  StructType readSchema() {
    if (aggregation.isPresent()) {
      return aggregation.get().schema();
    }
    StructType all = data;
    for (var field : constants.fields()) {
      all = all.add(field);
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScanRequest that
        && data.equals(that.data)
        && constants.equals(that.constants)
        && new HashSet<>(constantFilters).equals(new HashSet<>(that.constantFilters))
        && new HashSet<>(dataFilters).equals(new HashSet<>(that.dataFilters))
        && limit == that.limit
        && aggregation.equals(that.aggregation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(data, constants, new HashSet<>(dataFilters), limit);
  }
}
