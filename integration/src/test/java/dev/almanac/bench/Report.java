package dev.almanac.bench;

import java.io.PrintStream;
import org.apache.spark.sql.SparkSession;

/** Prints results as the rows of a Markdown table. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** The machine, and what the columns are. */
  void head(SparkSession spark) {
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        "%d processors, %d MB heap, Java %s, Spark %s, %s %s%n%n",
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20,
        Runtime.version().feature(),
        spark.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
    out.println("| what | Almanac | peer | ratio | middle half of the rounds |");
    out.println("| --- | --- | --- | --- | --- |");
  }

  /** Our time over the peer's. */
  void time(String what, Comparison times) {
    row(what + ": time", times, times.timeRatio(0.5), times.timeRatio(0.25), times.timeRatio(0.75));
  }

  /** Our throughput over the peer's. */
  void throughput(String what, Comparison times) {
    row(
        what + ": throughput",
        times,
        times.throughputRatio(0.5),
        times.throughputRatio(0.25),
        times.throughputRatio(0.75));
  }

  private void row(String what, Comparison times, double ratio, double low, double high) {
    out.printf(
        "| %s | %.1f ms | %.1f ms | **%.2f** | %.2f .. %.2f |%n",
        what, times.medianOurs(), times.medianPeer(), ratio, low, high);
  }

  /** Requests to the file system. */
  void requests(String what, long lists, long opens) {
    out.printf("| %s: requests | %d LIST, %d open | | | |%n", what, lists, opens);
  }
}
