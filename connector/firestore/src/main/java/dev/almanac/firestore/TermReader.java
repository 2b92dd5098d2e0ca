package dev.almanac.firestore;

import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.ARRAY_CONTAINS;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.EQUAL;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.GREATER_THAN;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.GREATER_THAN_OR_EQUAL;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.IN;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.LESS_THAN;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.LESS_THAN_OR_EQUAL;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.NOT_EQUAL;
import static com.google.firestore.v1.StructuredQuery.FieldFilter.Operator.NOT_IN;

import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.StructuredQuery.UnaryFilter;
import com.google.firestore.v1.Value;
import dev.almanac.firestore.Term.Kind;
import dev.almanac.spark.PredicateScanBuilder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Translates Spark's predicates into the server's filters. What the two would decide differently is
 * translated into a filter that finds more, or not at all.
 */
final class TermReader {

  private static final int MOST_NOT_IN = 10;
  private static final Map<String, FieldFilter.Operator> RANGES =
      Map.of(
          "<", LESS_THAN,
          "<=", LESS_THAN_OR_EQUAL,
          ">", GREATER_THAN,
          ">=", GREATER_THAN_OR_EQUAL);
  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

  private final FilterColumn.Finder columns;

  TermReader(FilterColumn.Finder columns) {
    this.columns = columns;
  }

  /** The filter for a predicate; empty where Spark alone can evaluate it. */
  Optional<Term> read(Predicate predicate) {
    List<Expression> operands = Arrays.asList(predicate.children());
    return switch (predicate.name()) {
      case "=", "<=>", "<>", "<", "<=", ">", ">=" -> comparison(predicate.name(), operands);
      case "IN" -> in(operands);
      case "NOT" -> operands.get(0) instanceof Predicate inner ? not(inner) : Optional.empty();
      case "STARTS_WITH" -> startsWith(operands);
      case PredicateScanBuilder.ARRAY_CONTAINS -> contains(operands);
      case "AND" -> both(operands);
      case "OR" -> either(operands);
      default -> Optional.empty();
    };
  }

  private Optional<Term> comparison(String operator, List<Expression> operands) {
    if (operands.get(0) instanceof Literal) {
      return operands.get(1) instanceof Literal
          ? Optional.empty()
          : comparison(
              MIRRORED.getOrDefault(operator, operator), List.of(operands.get(1), operands.get(0)));
    }
    Optional<FilterColumn> column = columns.find(operands.get(0));
    if (RANGES.containsKey(operator)) {
      return column.flatMap(
          it -> it.value(operands.get(1)).flatMap(value -> range(it, operator, value)));
    }
    if (operator.equals("<>")) {
      return column
          .filter(it -> !it.isName())
          .flatMap(it -> it.value(operands.get(1)).map(value -> notEqual(it, value)));
    }
    return column.flatMap(it -> it.values(operands.subList(1, 2)).map(values -> among(it, values)));
  }

  private Optional<Term> in(List<Expression> operands) {
    return columns
        .find(operands.get(0))
        .flatMap(
            column ->
                column
                    .values(operands.subList(1, operands.size()))
                    .map(values -> among(column, values)));
  }

  /** The column has one of the values. */
  private static Term among(FilterColumn column, Value values) {
    int count = values.getArrayValue().getValuesCount();
    Filter filter =
        count == 1
            ? Term.filter(column.path(), EQUAL, values.getArrayValue().getValues(0))
            : Term.filter(column.path(), IN, values);
    Kind kind = column.isName() ? Kind.NAME : Kind.EQUALITY;
    return Term.of(kind, column.path(), filter).alternatives(count);
  }

  /** The server finds values of other types too, hence inexact. */
  private static Term notEqual(FilterColumn column, Value value) {
    return Term.of(Kind.NOT_EQUAL, column.path(), Term.filter(column.path(), NOT_EQUAL, value))
        .inexact();
  }

  /**
   * Spark takes NaN for greater than all numbers, the server for less; and what zeros without and
   * with a sign are to each other is left open by asking for both, or for neither.
   */
  private static Optional<Term> range(FilterColumn column, String operator, Value value) {
    if (column.isName()
        || column.type() instanceof BooleanType
        || column.type() instanceof BinaryType) {
      return Optional.empty();
    }
    FieldPath path = column.path();
    Value bound = value;
    if (FilterColumn.isZero(value)) {
      bound = FilterColumn.zero(operator.equals(">=") || operator.equals("<") ? -0.0 : 0.0);
    }
    Filter filter = Term.filter(path, RANGES.get(operator), bound);
    if (!column.isDouble()) {
      return Optional.of(Term.of(Kind.RANGE, path, filter));
    }
    if (operator.startsWith("<")) {
      Filter numbers =
          Term.filter(path, GREATER_THAN_OR_EQUAL, FilterColumn.zero(Double.NEGATIVE_INFINITY));
      return Optional.of(Term.of(Kind.RANGE, path, Term.all(List.of(numbers, filter))));
    }
    Filter nan =
        Filter.newBuilder()
            .setUnaryFilter(
                UnaryFilter.newBuilder()
                    .setField(path.reference())
                    .setOp(UnaryFilter.Operator.IS_NAN))
            .build();
    return Optional.of(Term.of(Kind.RANGE, path, Term.any(List.of(filter, nan))).alternatives(2));
  }

  private Optional<Term> not(Predicate inner) {
    List<Expression> operands = Arrays.asList(inner.children());
    if (inner.name().equals("=")) {
      return isTrue(operands)
          ? comparison("=", List.of(operands.get(0), opposite(operands.get(1))))
          : comparison("<>", operands);
    }
    return inner.name().equals("IN") ? notIn(operands) : Optional.empty();
  }

  private static boolean isTrue(List<Expression> operands) {
    return operands.get(1) instanceof Literal<?> literal && literal.value() instanceof Boolean;
  }

  private static Expression opposite(Expression expression) {
    boolean value = (Boolean) ((Literal<?>) expression).value();
    return new org.apache.spark.sql.connector.expressions.LiteralValue<>(
        !value, DataTypes.BooleanType);
  }

  /** The server finds values of other types too, hence inexact. */
  private Optional<Term> notIn(List<Expression> operands) {
    List<Expression> literals = operands.subList(1, operands.size());
    boolean hasNull =
        literals.stream().anyMatch(it -> it instanceof Literal<?> one && one.value() == null);
    return columns
        .find(operands.get(0))
        .filter(column -> !column.isName() && !hasNull)
        .flatMap(
            column ->
                column
                    .values(literals)
                    .filter(values -> values.getArrayValue().getValuesCount() <= MOST_NOT_IN)
                    .map(values -> Term.filter(column.path(), NOT_IN, values))
                    .map(filter -> Term.of(Kind.NOT_IN, column.path(), filter).inexact()));
  }

  /** All text that starts so is a range. */
  private Optional<Term> startsWith(List<Expression> operands) {
    Optional<FilterColumn> column =
        columns.find(operands.get(0)).filter(it -> it.type().equals(DataTypes.StringType));
    Optional<Value> from = column.flatMap(it -> it.value(operands.get(1)));
    Optional<Value> to =
        from.flatMap(it -> Literals.after(it.getStringValue())).flatMap(Literals::text);
    if (column.isEmpty() || column.get().isName() || to.isEmpty()) {
      return Optional.empty();
    }
    FieldPath path = column.get().path();
    return Optional.of(
        Term.of(
            Kind.RANGE,
            path,
            Term.all(
                List.of(
                    Term.filter(path, GREATER_THAN_OR_EQUAL, from.get()),
                    Term.filter(path, LESS_THAN, to.get())))));
  }

  private Optional<Term> contains(List<Expression> operands) {
    return columns
        .find(operands.get(0))
        .flatMap(
            column ->
                column
                    .element(operands.get(1))
                    .map(value -> Term.filter(column.path(), ARRAY_CONTAINS, value))
                    .map(
                        filter ->
                            new Term(filter, Kind.EQUALITY, Set.of(column.path()), true, 1, true)));
  }

  private Optional<Term> both(List<Expression> operands) {
    return equalities(operands)
        .map(
            terms ->
                combined(
                    terms,
                    Term.all(terms.stream().map(Term::filter).toList()),
                    terms.stream().mapToInt(Term::disjunctions).reduce(1, (a, b) -> a * b)));
  }

  private Optional<Term> either(List<Expression> operands) {
    return equalities(operands)
        .map(
            terms ->
                combined(
                    terms,
                    Term.any(terms.stream().map(Term::filter).toList()),
                    terms.stream().mapToInt(Term::disjunctions).sum()));
  }

  private Optional<List<Term>> equalities(List<Expression> operands) {
    List<Term> terms =
        operands.stream()
            .filter(Predicate.class::isInstance)
            .map(it -> read((Predicate) it))
            .flatMap(Optional::stream)
            .filter(term -> term.kind() == Kind.EQUALITY && !term.contains())
            .toList();
    return terms.size() == operands.size() ? Optional.of(terms) : Optional.empty();
  }

  private static Term combined(List<Term> terms, Filter filter, int disjunctions) {
    Set<FieldPath> fields = new LinkedHashSet<>();
    terms.forEach(term -> fields.addAll(term.fields()));
    return new Term(filter, Kind.EQUALITY, fields, true, disjunctions, false);
  }
}
