package dev.almanac.bench;

import dev.almanac.bench.Comparison.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * Planning over ten years of hours, 87,600 folders: one day of them against a dataset that has only
 * that day, and a year against the bare listing of its months and against Spark's own planning.
 */
final class HistoryBenchmark {

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final int DAYS = 3_650;
  private static final String DAY = "2020-06-15";
  private static final String YEAR = "2019-01-01..2019-12-31";

  private HistoryBenchmark() {}

  static void run(SparkSession spark, Path data, Report report) {
    BenchmarkData.once(
        data,
        "history",
        folder -> {
          byte[] hour = BenchmarkData.parquet(spark.sql("SELECT 1L AS id, 'a' AS name"));
          for (int day = 0; day < DAYS; day++) {
            BenchmarkData.hours(folder, FIRST.plusDays(day), hour);
          }
        });
    BenchmarkData.once(
        data,
        "single",
        folder ->
            BenchmarkData.hours(
                folder,
                LocalDate.parse(DAY),
                BenchmarkData.parquet(spark.sql("SELECT 1L AS id, 'a' AS name"))));
    oneDay(spark, report);
    oneYear(spark, data, report);
  }

  private static void oneDay(SparkSession spark, Report report) {
    Queries.countRequests(spark, report, "one day of 87,600 hour folders", "history", DAY);
    Rounds rounds = new Rounds(150, 400);
    report.time(
        "plan one day of 87,600 hour folders, against that day alone",
        Comparison.of(rounds, () -> plan(spark, "history", DAY), () -> plan(spark, "single", DAY)));
    report.time(
        "the same, nothing remembered (REFRESH TABLE before)",
        Comparison.of(rounds, () -> refreshed(spark, "history"), () -> refreshed(spark, "single")));
  }

  private static Object refreshed(SparkSession spark, String table) {
    spark.sql("REFRESH TABLE lake." + table);
    return plan(spark, table, DAY);
  }

  private static void oneYear(SparkSession spark, Path data, Report report) {
    Queries.countRequests(spark, report, "365 days, 8,760 hour folders", "history", YEAR);
    Rounds rounds = new Rounds(10, 30);
    Path year = data.resolve("history/year_2019");
    report.time(
        "plan 365 days, against the bare listing of that year",
        Comparison.of(rounds, () -> plan(spark, "history", YEAR), () -> list(spark, year)));
    report.time(
        "plan 365 days, against spark.read.parquet of that year",
        Comparison.of(
            rounds,
            () -> plan(spark, "history", YEAR),
            () ->
                Queries.plan(
                    spark.read().option("recursiveFileLookup", "true").parquet(year.toString()))));
  }

  private static Object plan(SparkSession spark, String table, String dates) {
    return Queries.plan(
        spark.sql("SELECT * FROM lake." + table + " VERSION AS OF '" + dates + "'"));
  }

  /**
   * Lists all files below a folder by Hadoop's calls and keeps nothing of them. Not by the
   * recursive one: of a local disk it starts a process for each file, to ask for its owner.
   */
  static long list(SparkSession spark, Path folder) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder.toUri());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    return list(FileSystem.get(path.toUri(), hadoop), path);
  }

  private static long list(FileSystem fileSystem, org.apache.hadoop.fs.Path folder)
      throws IOException {
    long bytes = 0;
    for (FileStatus status : fileSystem.listStatus(folder)) {
      bytes += status.isDirectory() ? list(fileSystem, status.getPath()) : status.getLen();
    }
    return bytes;
  }
}
