package dev.almanac.sql.spark;

import dev.almanac.catalog.AlmanacCatalog;
import org.apache.spark.sql.catalyst.analysis.ResolvedIdentifier;
import org.apache.spark.sql.catalyst.plans.logical.CreateTable;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ReplaceTable;
import org.apache.spark.sql.catalyst.plans.logical.UnaryCommand;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code CREATE TABLE} and {@code REPLACE TABLE} in an Almanac catalog: they declare the columns of
 * a folder, which Spark takes for a table that exists already. So the two are given the catalog in
 * which it does not.
 *
 * <p>Needs the analyzer's own plans, for which there is no public interface.
 */
public final class DeclaredTables extends Rule<LogicalPlan> {

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    boolean declares = plan instanceof CreateTable || plan instanceof ReplaceTable;
    return declares
            && ((UnaryCommand) plan).child() instanceof ResolvedIdentifier name
            && name.catalog() instanceof AlmanacCatalog catalog
        ? plan.withNewChildren(
            CollectionConverters.asScala(
                    java.util.List.<LogicalPlan>of(
                        new ResolvedIdentifier(
                            catalog.declaring(), name.identifier(), name.output())))
                .toSeq())
        : plan;
  }
}
