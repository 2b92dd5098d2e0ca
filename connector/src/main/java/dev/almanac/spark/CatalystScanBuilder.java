package dev.almanac.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.execution.datasources.DataSourceStrategy$;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Strategy$;
import org.apache.spark.sql.internal.connector.SupportsPushDownCatalystFilters;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A scan builder that is handed filters as Catalyst expressions, and hands them on in two kinds:
 * those that decide about whole files, and those that a file's reader may use to skip rows.
 *
 * <p>Internal to Spark: {@code SupportsPushDownCatalystFilters}, which Spark's own file sources
 * use; see {@link ConstantPredicate} for why the public interfaces do not do.
 */
public abstract class CatalystScanBuilder implements SupportsPushDownCatalystFilters {

  private final List<Predicate> pushed = new ArrayList<>();

  /** The columns that are constant within a file, and their types. */
  protected abstract StructType constantColumns();

  /**
   * Takes what could be translated.
   *
   * @param constant filters on constant columns; Spark does not evaluate them again
   * @param data filters on data columns; Spark evaluates them again
   */
  protected abstract void filtersPushed(List<ConstantPredicate> constant, List<Filter> data);

  @Override
  public final Seq<Expression> pushFilters(Seq<Expression> filters) {
    StructType constants = constantColumns();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of(constants.fieldNames()));
    List<ConstantPredicate> constant = new ArrayList<>();
    List<Filter> data = new ArrayList<>();
    List<Expression> rest = new ArrayList<>();
    for (Expression filter : CollectionConverters.asJava(filters)) {
      if (ConstantPredicate.decides(filter, names)) {
        constant.add(ConstantPredicate.of(filter, constants));
        describe(filter);
      } else {
        rest.add(filter);
        Option<Filter> translated = DataSourceStrategy$.MODULE$.translateFilter(filter, true);
        if (translated.isDefined() && !mentions(translated.get(), names)) {
          data.add(translated.get());
          describe(filter);
        }
      }
    }
    filtersPushed(constant, data);
    return CollectionConverters.asScala(rest).toSeq();
  }

  @Override
  public final Predicate[] pushedFilters() {
    return pushed.toArray(Predicate[]::new);
  }

  /** For Spark's own messages only. */
  private void describe(Expression filter) {
    Option<Predicate> predicate = DataSourceV2Strategy$.MODULE$.translateFilterV2(filter);
    if (predicate.isDefined()) {
      pushed.add(predicate.get());
    }
  }

  private static boolean mentions(Filter filter, Set<String> names) {
    for (String reference : filter.references()) {
      String root = reference.split("\\.", 2)[0].replace("`", "");
      if (names.contains(root)) {
        return true;
      }
    }
    return false;
  }
}
