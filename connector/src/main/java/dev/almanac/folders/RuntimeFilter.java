package dev.almanac.folders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.StructType;

/**
 * The values that a join allows in constant columns, known once its other side was read. Spark
 * sends them as {@code IN}; anything else is let pass, which is slower but never wrong.
 */
final class RuntimeFilter {

  private record Allowed(int column, Set<Object> values) {}

  private final StructType columns;
  private final List<Allowed> allowed;

  private RuntimeFilter(StructType columns, List<Allowed> allowed) {
    this.columns = columns;
    this.allowed = allowed;
  }

  /**
   * @param columns those of the rows that will be tested
   */
  static RuntimeFilter of(Predicate[] predicates, StructType columns) {
    List<Allowed> allowed = new ArrayList<>();
    List<String> names = List.of(columns.fieldNames());
    for (Predicate predicate : predicates) {
      Expression[] children = predicate.children();
      if (predicate.name().equals("IN")
          && children[0] instanceof NamedReference reference
          && reference.fieldNames().length == 1
          && names.contains(reference.fieldNames()[0])) {
        Set<Object> values = new HashSet<>();
        for (int i = 1; i < children.length; i++) {
          values.add(((Literal<?>) children[i]).value());
        }
        allowed.add(new Allowed(names.indexOf(reference.fieldNames()[0]), values));
      }
    }
    return new RuntimeFilter(columns, allowed);
  }

  /** Whether a file with these constants can have rows that the join wants. */
  boolean test(InternalRow constants) {
    for (Allowed one : allowed) {
      Object value = constants.get(one.column(), columns.apply(one.column()).dataType());
      if (value == null || !one.values().contains(value)) {
        return false;
      }
    }
    return true;
  }
}
