package dev.almanac.bench;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What several benchmarks do with a query. */
final class Queries {

  private Queries() {}

  /** Parses, analyses, optimises and plans, up to the tasks, without running any. */
  static Object plan(Dataset<Row> query) {
    return query.queryExecution().toRdd().getNumPartitions();
  }

  /** Counts what planning asks of the file system when nothing is remembered. */
  static void countRequests(
      SparkSession spark, Report report, String what, String table, String dates) {
    spark.sql("REFRESH TABLE counted." + table);
    CountingFileSystem.reset();
    plan(spark.sql("SELECT * FROM counted." + table + " VERSION AS OF '" + dates + "'"));
    report.requests(
        what, CountingFileSystem.count(Request.LIST), CountingFileSystem.count(Request.OPEN));
  }
}
