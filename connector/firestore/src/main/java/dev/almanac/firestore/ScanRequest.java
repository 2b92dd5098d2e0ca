package dev.almanac.firestore;

import com.google.firestore.v1.StructuredQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/**
 * What a scan gives.
 *
 * @param columns of the rows
 * @param aggregates where the server evaluates them
 * @param limit the most rows that a task needs to give; {@link Long#MAX_VALUE} for all
 */
record ScanRequest(
    StructType columns, PushedFilters filters, Optional<PushedAggregates> aggregates, long limit) {

  /** The fields of a document that are needed, those included by which pages go on. */
  Set<FieldPath> fields(StructType table) {
    Set<FieldPath> fields = new LinkedHashSet<>();
    for (String column : columns.fieldNames()) {
      if (HiddenColumn.named(column, table).isEmpty()) {
        fields.add(new FieldPath(List.of(column)));
      }
    }
    filters
        .orderedBy()
        .filter(field -> fields.stream().noneMatch(field::within))
        .ifPresent(fields::add);
    return fields;
  }

  /** The order in which documents come, which pages need: by the ranged field, then by name. */
  List<FieldPath> order() {
    return filters
        .orderedBy()
        .map(field -> List.of(field, FieldPath.NAME))
        .orElse(List.of(FieldPath.NAME));
  }

  /** The query that every task asks a part of. */
  StructuredQuery query(Snapshot snapshot) {
    StructuredQuery.Builder query = snapshot.query().filtered(filters.filter());
    order().forEach(field -> query.addOrderBy(CollectionQuery.ascending(field)));
    boolean all = aggregates.isPresent() || columns.equals(snapshot.columns());
    if (!all) {
      query.setSelect(CollectionQuery.select(fields(snapshot.columns())));
    }
    return query.build();
  }
}
