package dev.almanac.sql.spark;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.Installation;
import dev.almanac.catalog.AlmanacCatalog;
import org.apache.spark.sql.catalyst.analysis.ResolvedIdentifier;
import org.apache.spark.sql.catalyst.plans.logical.CreateTable;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ReplaceTable;
import org.apache.spark.sql.catalyst.plans.logical.UnaryCommand;
import org.apache.spark.sql.internal.SQLConf;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * {@code CREATE TABLE} in an Almanac catalog that nothing has turned into a declaration of columns:
 * the extension is missing, see {@link DeclaredTables}.
 */
public final class UndeclaredTables extends AbstractFunction1<LogicalPlan, BoxedUnit> {

  @Override
  public BoxedUnit apply(LogicalPlan plan) {
    if ((plan instanceof CreateTable || plan instanceof ReplaceTable)
        && ((UnaryCommand) plan).child() instanceof ResolvedIdentifier name
        && name.catalog() instanceof AlmanacCatalog catalog) {
      throw AlmanacException.of(
          Condition.MISCONFIGURED,
          "Cannot declare the columns of "
              + catalog.name()
              + "."
              + name.identifier()
              + ": this session was started without Almanac's SQL extension, which CREATE TABLE"
              + " needs in an Almanac catalog. "
              + Installation.addExtension(SQLConf.get().getConfString("spark.sql.extensions", "")));
    }
    return BoxedUnit.UNIT;
  }
}
