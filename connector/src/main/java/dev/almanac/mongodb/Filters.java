package dev.almanac.mongodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.And;
import org.apache.spark.sql.connector.expressions.filter.Not;
import org.apache.spark.sql.connector.expressions.filter.Or;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;

/**
 * Translates Spark's filters to queries that mean the same. What would not, for the values that the
 * columns were seen to stand for, is left to Spark: a query may keep documents too many, but never
 * one too few.
 *
 * @param columns the table's, with what was seen of their values
 * @param collated whether the collection compares texts by a language's rules
 * @param strict whether a value that does not fit its column is an error, so that none is null in
 *     Spark and something else to the server
 */
record Filters(StructType columns, boolean collated, boolean strict) {

  /** Empty where Spark has to do it. */
  Optional<Pushed> translate(Predicate predicate) {
    if (predicate instanceof And and) {
      return both(and);
    } else if (predicate instanceof Or or) {
      return either(or);
    } else if (predicate instanceof Not not) {
      return negated(not.child());
    }
    return simple(predicate);
  }

  private Optional<Pushed> both(And and) {
    Optional<Pushed> left = translate(and.left());
    Optional<Pushed> right = translate(and.right());
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(Pushed.join("$and", left.get(), right.get()));
    }
    return left.or(() -> right).map(Pushed::inexact);
  }

  private Optional<Pushed> either(Or or) {
    return translate(or.left())
        .flatMap(left -> translate(or.right()).map(right -> Pushed.join("$or", left, right)));
  }

  /** Of negations only those for which nulls are known to come out as in SQL. */
  private Optional<Pushed> negated(Predicate inner) {
    return switch (inner.name()) {
      case "=" -> comparison("<>", inner.children());
      case "IN" -> in(inner.children(), true);
      default -> Optional.empty();
    };
  }

  private Optional<Pushed> simple(Predicate predicate) {
    Expression[] children = predicate.children();
    return switch (predicate.name()) {
      case "IS_NULL" -> nullness(children[0], "$eq");
      case "IS_NOT_NULL" -> nullness(children[0], "$ne");
      case "=", "<>", "<", "<=", ">", ">=" -> comparison(predicate.name(), children);
      case "<=>" -> nullSafe(children);
      case "IN" -> in(children, false);
      case "STARTS_WITH" -> pattern(children, "^", "");
      case "ENDS_WITH" -> pattern(children, "", "\\z");
      case "CONTAINS" -> pattern(children, "", "");
      default -> Optional.empty();
    };
  }

  private Optional<FilterColumn> column(Expression expression) {
    return expression instanceof NamedReference reference
        ? FilterColumn.of(reference, columns)
        : Optional.empty();
  }

  /** To the server an array that has a null is null, too. */
  private Optional<Pushed> nullness(Expression child, String operator) {
    return column(child)
        .filter(column -> strict)
        .filter(column -> !(column.type() instanceof ArrayType))
        .filter(column -> !column.seen().has(BsonType.ARRAY))
        .filter(column -> !column.seen().unknown() || !(column.type() instanceof StringType))
        .map(column -> Pushed.exact(query(column, operator, BsonNull.VALUE)));
  }

  private Optional<Pushed> nullSafe(Expression[] children) {
    if (children[1] instanceof Literal<?> literal && literal.value() == null) {
      return nullness(children[0], "$eq");
    }
    return comparison("=", children);
  }

  private Optional<Pushed> comparison(String operator, Expression[] children) {
    if (children[0] instanceof Literal<?> && children[1] instanceof NamedReference) {
      return comparison(flipped(operator), new Expression[] {children[1], children[0]});
    }
    if (!(children[1] instanceof Literal<?> literal) || literal.value() == null) {
      return Optional.empty();
    }
    return column(children[0])
        .filter(this::comparable)
        .flatMap(column -> Comparison.of(column, operator, literal.value()))
        .filter(pushed -> strict || !operator.equals("<>"))
        .map(this::checked);
  }

  private static String flipped(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** A null in the list finds nothing, and where the list is negated nothing is found at all. */
  private Optional<Pushed> in(Expression[] children, boolean negated) {
    Optional<FilterColumn> column = column(children[0]).filter(this::comparable);
    List<Object> wanted =
        Arrays.stream(children)
            .skip(1)
            .map(child -> child instanceof Literal<?> literal ? literal.value() : child)
            .toList();
    boolean nulls = wanted.stream().anyMatch(Objects::isNull);
    if (column.isEmpty() || (negated && (nulls || !strict))) {
      return Optional.empty();
    }
    BsonArray values = new BsonArray();
    for (Object value : wanted) {
      if (value instanceof Expression) {
        return Optional.empty();
      }
      if (value != null) {
        Optional<List<BsonValue>> equals = Comparison.equals(column.get(), value);
        if (equals.isEmpty()) {
          return Optional.empty();
        }
        values.addAll(equals.get());
      }
    }
    if (negated) {
      values.add(BsonNull.VALUE);
    }
    BsonDocument query = query(column.get(), negated ? "$nin" : "$in", values);
    return Optional.of(checked(Pushed.exact(query)));
  }

  /** Texts only: nothing else has characters to look at. */
  private Optional<Pushed> pattern(Expression[] children, String before, String after) {
    if (!(children[1] instanceof Literal<?> literal)
        || !(literal.value() instanceof UTF8String text)
        || text.toString().indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return column(children[0])
        .filter(column -> column.type() instanceof StringType)
        .filter(column -> column.seen().only(BsonType.STRING))
        .map(
            column ->
                new BsonDocument(
                    column.path(),
                    new BsonDocument(
                        "$regex", new BsonString(before + quoted(text.toString()) + after))))
        .map(Pushed::exact)
        .map(this::checked);
  }

  /** So that every character stands for itself, in any dialect of patterns. */
  private static String quoted(String text) {
    List<String> characters = new ArrayList<>();
    text.codePoints()
        .forEach(
            c ->
                characters.add(
                    (c < 128 && !Character.isLetterOrDigit(c) && c > 32 ? "\\" : "")
                        + Character.toString(c)));
    return String.join("", characters);
  }

  private boolean comparable(FilterColumn column) {
    boolean nested =
        column.type() instanceof StructType
            || column.type() instanceof ArrayType
            || column.type() instanceof MapType;
    return !nested && !(collated && column.type() instanceof StringType);
  }

  /** Where values that do not fit are no errors, what the server finds is not what Spark sees. */
  private Pushed checked(Pushed pushed) {
    return strict ? pushed : pushed.inexact();
  }

  static BsonDocument query(FilterColumn column, String operator, BsonValue value) {
    return new BsonDocument(column.path(), new BsonDocument(operator, value));
  }
}
