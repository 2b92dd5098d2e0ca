package dev.almanac.spark;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.catalyst.expressions.PythonUDF;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A filter over columns that are constant within a file, which therefore decides about whole files.
 *
 * <p>Internal to Spark: Catalyst expressions. The public filter classes can say {@code _date =
 * DATE'2024-05-01'} but not {@code year(_date) = 2024}; evaluating the expression itself prunes by
 * any deterministic condition, exactly.
 */
public final class ConstantPredicate {

  private final Expression expression;
  private final BasePredicate compiled;

  private ConstantPredicate(Expression expression, StructType constants) {
    this.expression = expression;
    // Bound by name: the attributes' ids are those of one relation, the row's order is ours.
    Expression bound =
        expression.transform(
            new scala.runtime.AbstractPartialFunction<Expression, Expression>() {
              @Override
              public boolean isDefinedAt(Expression node) {
                return node instanceof Attribute;
              }

              @Override
              public Expression apply(Expression node) {
                Attribute attribute = (Attribute) node;
                int index = constants.fieldIndex(attribute.name());
                return new org.apache.spark.sql.catalyst.expressions.BoundReference(
                    index, attribute.dataType(), true);
              }
            });
    this.compiled = Predicate.createInterpreted(bound);
  }

  /** Whether an expression can be decided from these columns alone. */
  static boolean decides(Expression expression, Set<String> constants) {
    if (!expression.deterministic() || SubqueryExpression.hasSubquery(expression)) {
      return false;
    }
    Set<String> names = new TreeSet<>();
    CollectionConverters.asJava(expression.references().toSeq())
        .forEach(attribute -> names.add(attribute.name()));
    return !names.isEmpty()
        && constants.containsAll(names)
        && expression.find(ConstantPredicate::cannotEvaluate).isEmpty();
  }

  static ConstantPredicate of(Expression expression, StructType constants) {
    return new ConstantPredicate(expression, constants);
  }

  private static boolean cannotEvaluate(Expression node) {
    return node instanceof PythonUDF
        || (node instanceof Unevaluable && !(node instanceof Attribute));
  }

  /** Whether the filter is about this column, among others. */
  public boolean mentions(String column) {
    return CollectionConverters.asJava(expression.references().toSeq()).stream()
        .anyMatch(attribute -> attribute.name().equalsIgnoreCase(column));
  }

  /** Whether a file with these constants can have rows that pass. */
  public boolean test(InternalRow constants) {
    return compiled.eval(constants);
  }

  /** As SQL, for plans. */
  @Override
  public String toString() {
    return expression.sql();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConstantPredicate that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
