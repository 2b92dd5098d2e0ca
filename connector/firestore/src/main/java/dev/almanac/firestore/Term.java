package dev.almanac.firestore;

import com.google.firestore.v1.StructuredQuery.CompositeFilter;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.Value;
import java.util.List;
import java.util.Set;

/**
 * A filter that the server can evaluate, and what counts for which filters go together.
 *
 * @param filter as the server takes it
 * @param kind what the server makes of it
 * @param fields the fields it is about; one unless it is an OR
 * @param exact whether the server finds what Spark would; otherwise it finds more
 * @param disjunctions into how many alternatives the server resolves it
 * @param contains whether it has an array-contains
 */
record Term(
    Filter filter,
    Kind kind,
    Set<FieldPath> fields,
    boolean exact,
    int disjunctions,
    boolean contains) {

  enum Kind {
    /** Equalities, whose order is by the documents' names. */
    EQUALITY,
    /** The whole name of documents. */
    NAME,
    /** A range of a field, by which the result is ordered. */
    RANGE,
    /** All but a value, which counts as a range. */
    NOT_EQUAL,
    /** All but some values, likewise. */
    NOT_IN
  }

  Term {
    fields = Set.copyOf(fields);
  }

  static Term of(Kind kind, FieldPath field, Filter filter) {
    return new Term(filter, kind, Set.of(field), true, 1, false);
  }

  Term inexact() {
    return new Term(filter, kind, fields, false, disjunctions, contains);
  }

  Term alternatives(int count) {
    return new Term(filter, kind, fields, exact, count, contains);
  }

  boolean isEquality() {
    return kind == Kind.EQUALITY || kind == Kind.NAME;
  }

  static Filter filter(FieldPath field, FieldFilter.Operator operator, Value value) {
    return Filter.newBuilder()
        .setFieldFilter(
            FieldFilter.newBuilder().setField(field.reference()).setOp(operator).setValue(value))
        .build();
  }

  static Filter all(List<Filter> filters) {
    return composite(CompositeFilter.Operator.AND, filters);
  }

  static Filter any(List<Filter> filters) {
    return composite(CompositeFilter.Operator.OR, filters);
  }

  private static Filter composite(CompositeFilter.Operator operator, List<Filter> filters) {
    return filters.size() == 1
        ? filters.get(0)
        : Filter.newBuilder()
            .setCompositeFilter(CompositeFilter.newBuilder().setOp(operator).addAllFilters(filters))
            .build();
  }
}
