package dev.almanac.folders;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import scala.jdk.javaapi.CollectionConverters;

/** Reads the metrics that the UI shows of a query that has run. */
final class Metrics {

  private Metrics() {}

  /** A metric of all folder scans of the query, added up. */
  static long of(Dataset<Row> query, String name) {
    return scans(query.queryExecution().executedPlan()).stream()
        .mapToLong(scan -> scan.metrics().apply(name).value())
        .sum();
  }

  private static List<BatchScanExec> scans(SparkPlan plan) {
    List<BatchScanExec> found = new ArrayList<>();
    if (plan instanceof BatchScanExec scan) {
      found.add(scan);
    } else if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      found.addAll(scans(adaptive.executedPlan()));
    } else if (plan instanceof QueryStageExec stage) {
      found.addAll(scans(stage.plan()));
    }
    CollectionConverters.asJava(plan.children()).forEach(child -> found.addAll(scans(child)));
    return found;
  }
}
