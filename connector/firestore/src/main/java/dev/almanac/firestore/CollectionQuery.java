package dev.almanac.firestore;

import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.CollectionSelector;
import com.google.firestore.v1.StructuredQuery.Direction;
import com.google.firestore.v1.StructuredQuery.FieldFilter.Operator;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.StructuredQuery.Order;
import com.google.firestore.v1.StructuredQuery.Projection;
import com.google.firestore.v1.Value;
import com.google.protobuf.Int32Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Queries of a collection, as the server takes them.
 *
 * @param collection which documents
 */
record CollectionQuery(CollectionPath collection, Connection connection) {

  /** No document's id comes before this one. */
  private static final String FIRST_ID = "__id-9223372036854775808__";

  /** All documents that the filter finds, in no order. */
  StructuredQuery.Builder filtered(Optional<Filter> filter) {
    List<Filter> filters = new ArrayList<>();
    collection
        .ancestor()
        .ifPresent(
            ancestor -> {
              filters.add(name(Operator.GREATER_THAN_OR_EQUAL, ancestor));
              filters.add(name(Operator.LESS_THAN, ancestor + "\0"));
            });
    filter.ifPresent(filters::add);
    StructuredQuery.Builder query = StructuredQuery.newBuilder().addFrom(from());
    if (!filters.isEmpty()) {
      query.setWhere(Term.all(filters));
    }
    return query;
  }

  private CollectionSelector from() {
    return CollectionSelector.newBuilder()
        .setCollectionId(collection.id())
        .setAllDescendants(!collection.single())
        .build();
  }

  /** Compares with the first document that a collection can have. */
  private Filter name(Operator operator, String ofCollection) {
    return Term.filter(
        FieldPath.NAME,
        operator,
        Value.newBuilder()
            .setReferenceValue(connection.fullName(ofCollection + "/" + FIRST_ID))
            .build());
  }

  /** The first documents, in the order of their names. */
  StructuredQuery first(int documents) {
    return filtered(Optional.empty())
        .addOrderBy(ascending(FieldPath.NAME))
        .setLimit(Int32Value.of(documents))
        .build();
  }

  /**
   * The query that the server cuts into parts, for which it must be of all collections of an id.
   */
  StructuredQuery forPartitions() {
    return StructuredQuery.newBuilder()
        .addFrom(from().toBuilder().setAllDescendants(true))
        .addOrderBy(ascending(FieldPath.NAME))
        .build();
  }

  static Order ascending(FieldPath field) {
    return Order.newBuilder().setField(field.reference()).setDirection(Direction.ASCENDING).build();
  }

  /** What of the documents is sent; their names always are. */
  static Projection select(Collection<FieldPath> fields) {
    Projection.Builder projection = Projection.newBuilder();
    fields.forEach(field -> projection.addFields(field.reference()));
    if (fields.isEmpty()) {
      projection.addFields(FieldPath.NAME.reference());
    }
    return projection.build();
  }
}
