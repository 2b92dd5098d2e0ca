package dev.almanac.sql.spark;

import dev.almanac.sql.DescribedName;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.ResolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnaryCommand;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Time travel for {@code DESCRIBE} and {@code SHOW COLUMNS}, which Spark has for queries only: the
 * table is resolved as in a query, and then given to the command in the form that it takes.
 *
 * <p>Both rules need the analyzer's own plans, for which there is no public interface.
 */
public final class DescribedTables {

  private DescribedTables() {}

  /**
   * Finds the marked names, before the analyzer looks for tables that are called so. It is injected
   * among the rules for hints because those are the ones that come before.
   */
  public static final class Unmark extends Rule<LogicalPlan> {

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      return plan instanceof UnaryCommand command
              && command.child() instanceof UnresolvedTableOrView table
          ? DescribedName.of(CollectionConverters.asJava(table.multipartIdentifier()))
              .map(name -> withChild(plan, timeTravel(name)))
              .orElse(plan)
          : plan;
    }

    private static LogicalPlan timeTravel(DescribedName name) {
      return new RelationTimeTravel(
          new UnresolvedRelation(
              CollectionConverters.asScala(name.table()).toSeq(),
              CaseInsensitiveStringMap.empty(),
              false),
          Option.empty(),
          new Some<>(name.version()));
    }
  }

  /** Gives the command the table as it expects one, once it is resolved. */
  public static final class Resolve extends Rule<LogicalPlan> {

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      boolean describes =
          plan instanceof DescribeRelation
              || plan instanceof DescribeColumn
              || plan instanceof ShowColumns;
      return describes
              && ((UnaryCommand) plan).child() instanceof SubqueryAlias alias
              && alias.child() instanceof DataSourceV2Relation relation
              && relation.catalog().isDefined()
          ? withChild(plan, table(relation))
          : plan;
    }

    private static LogicalPlan table(DataSourceV2Relation relation) {
      return new ResolvedTable(
          (TableCatalog) relation.catalog().get(),
          relation.identifier().get(),
          relation.table(),
          ((LogicalPlan) relation).output());
    }
  }

  private static LogicalPlan withChild(LogicalPlan plan, LogicalPlan child) {
    Seq<LogicalPlan> children = CollectionConverters.asScala(java.util.List.of(child)).toSeq();
    return plan.withNewChildren(children);
  }
}
