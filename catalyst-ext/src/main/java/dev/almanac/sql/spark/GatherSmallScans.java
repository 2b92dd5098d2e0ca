package dev.almanac.sql.spark;

import dev.almanac.spark.SizedScan;
import java.util.List;
import org.apache.spark.sql.catalyst.plans.physical.AllTuples$;
import org.apache.spark.sql.catalyst.plans.physical.ClusteredDistribution;
import org.apache.spark.sql.catalyst.plans.physical.Distribution;
import org.apache.spark.sql.catalyst.plans.physical.OrderedDistribution;
import org.apache.spark.sql.catalyst.plans.physical.UnspecifiedDistribution$;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.GlobalLimitExec;
import org.apache.spark.sql.execution.LocalLimitExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.window.WindowExec;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Sorts, groups and numbers the rows of one or two small files in the task that reads them, instead
 * of shuffling them. A sort is where that helps most: Spark runs all that is below it twice, the
 * first time for a sample by which it divides the rows among tasks.
 *
 * <p>How much one task reads is counted as Spark does when it packs files into tasks: the bytes,
 * and {@code spark.sql.files.openCostInBytes} for each file. It reads no longer than the tasks that
 * it stands for: below a sort, up to three times that cost (two files, which would be read twice at
 * once); below others, up to two times (one file). 0 there turns the rule off, as does {@code
 * spark.sql.adaptive.enabled=false}. Rows go through projections, filters and partial aggregates
 * only, so they do not get more; operators that run the user's own code over groups, as those of
 * Python, keep their tasks.
 *
 * <p>Internal to Spark: its physical plan. A source can report that its rows are grouped by a key,
 * but not that they are all in one place ({@code SinglePartition}).
 */
public final class GatherSmallScans extends Rule<SparkPlan> {

  private static final int MOST_BELOW_SORT = 3;
  private static final int MOST_BELOW_OTHERS = 2;

  @Override
  public SparkPlan apply(SparkPlan plan) {
    SparkPlan node = plan.mapChildren(this::apply);
    return gathers(node) && small(child(node), most(required(node))) ? gathered(node) : node;
  }

  private static SparkPlan gathered(SparkPlan node) {
    SparkPlan rows = child(node);
    SparkPlan gathered = new CoalesceExec(1, rows);
    if (rows.logicalLink().isDefined()) { // adaptive plans are made of linked nodes
      gathered.setLogicalLink(rows.logicalLink().get());
    }
    return node.withNewChildren(CollectionConverters.asScala(List.of(gathered)).toSeq());
  }

  /** Whether Spark would shuffle for it, unless all rows are in one place. */
  private static boolean gathers(SparkPlan node) {
    boolean relational =
        node instanceof SortExec
            || node instanceof BaseAggregateExec
            || node instanceof WindowExec
            || node instanceof GlobalLimitExec;
    return relational && wants(required(node));
  }

  private static boolean wants(Distribution required) {
    return required instanceof OrderedDistribution
        || required instanceof ClusteredDistribution
        || required == AllTuples$.MODULE$;
  }

  /** How many times the cost of a file one task may read. */
  private static int most(Distribution required) {
    return required instanceof OrderedDistribution ? MOST_BELOW_SORT : MOST_BELOW_OTHERS;
  }

  private boolean small(SparkPlan plan, int most) {
    if (plan instanceof BatchScanExec scan) {
      return scan.runtimeFilters().isEmpty()
          && scan.scan() instanceof SizedScan sized
          && small(sized, most);
    }
    return narrow(plan) && small(child(plan), most);
  }

  private boolean small(SizedScan scan, int most) {
    int files = scan.files();
    return files < most && scan.bytes() <= (most - files) * conf().filesOpenCostInBytes();
  }

  /** Whether its tasks are those of what it reads from, and give no more rows. */
  private static boolean narrow(SparkPlan plan) {
    boolean known =
        plan instanceof ProjectExec
            || plan instanceof FilterExec
            || plan instanceof SortExec
            || plan instanceof LocalLimitExec
            || plan instanceof BaseAggregateExec;
    return known && required(plan) == UnspecifiedDistribution$.MODULE$;
  }

  private static Distribution required(SparkPlan unary) {
    return unary.requiredChildDistribution().head();
  }

  private static SparkPlan child(SparkPlan unary) {
    return unary.children().head();
  }
}
