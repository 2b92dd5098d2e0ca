package dev.almanac.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.ArrayContains;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.connector.expressions.LiteralValue;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Strategy$;
import org.apache.spark.sql.internal.connector.SupportsPushDownCatalystFilters;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A scan builder that is handed filters as Spark's public predicates, and one more: {@link
 * #ARRAY_CONTAINS}.
 *
 * <p>Internal to Spark: {@code SupportsPushDownCatalystFilters}. The public interfaces leave out
 * what has no public predicate, {@code array_contains} among it.
 */
public abstract class PredicateScanBuilder implements SupportsPushDownCatalystFilters {

  /** The name of a predicate of a column that is an array, and a literal that is in it. */
  public static final String ARRAY_CONTAINS = "ARRAY_CONTAINS";

  /**
   * A filter of the query.
   *
   * @param predicate empty where there is none for it
   * @param text as SQL
   */
  public record QueryFilter(Optional<Predicate> predicate, String text) {}

  private final List<Predicate> pushed = new ArrayList<>();

  /**
   * Takes the filters, all of which must hold.
   *
   * @return for each, whether the source evaluates it, so that Spark need not
   */
  protected abstract List<Boolean> filter(List<QueryFilter> filters);

  @Override
  public final Seq<Expression> pushFilters(Seq<Expression> expressions) {
    List<Expression> all = CollectionConverters.asJava(expressions);
    List<QueryFilter> filters = all.stream().map(PredicateScanBuilder::filter).toList();
    List<Boolean> evaluated = filter(filters);
    List<Expression> rest = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (evaluated.get(i)) {
        // Only for Spark's messages, in which it cannot write predicates that it does not know.
        filters
            .get(i)
            .predicate()
            .filter(it -> !it.name().equals(ARRAY_CONTAINS))
            .ifPresent(pushed::add);
      } else {
        rest.add(all.get(i));
      }
    }
    return CollectionConverters.asScala(rest).toSeq();
  }

  @Override
  public final Predicate[] pushedFilters() {
    return pushed.toArray(Predicate[]::new);
  }

  private static QueryFilter filter(Expression expression) {
    Optional<Predicate> predicate =
        expression instanceof ArrayContains contains
            ? arrayContains(contains)
            : translated(expression);
    return new QueryFilter(predicate, expression.sql());
  }

  private static Optional<Predicate> arrayContains(ArrayContains contains) {
    if (!(contains.right() instanceof Literal literal) || literal.value() == null) {
      return Optional.empty();
    }
    // By way of a predicate that is translated, as a column alone is not.
    return translated(new IsNotNull(contains.left()))
        .map(
            present ->
                new Predicate(
                    ARRAY_CONTAINS,
                    new org.apache.spark.sql.connector.expressions.Expression[] {
                      present.children()[0],
                      new LiteralValue<Object>(literal.value(), literal.dataType())
                    }));
  }

  private static Optional<Predicate> translated(Expression expression) {
    Option<Predicate> predicate = DataSourceV2Strategy$.MODULE$.translateFilterV2(expression);
    return predicate.isDefined() ? Optional.of(predicate.get()) : Optional.empty();
  }
}
