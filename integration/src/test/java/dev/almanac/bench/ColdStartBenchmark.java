package dev.almanac.bench;

import dev.almanac.bench.Comparison.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A small query in a process of its own, from its start to its end: {@code ./almanac}, against
 * itself without its archive of classes, and against the {@code spark-sql} of the distribution that
 * the variable {@code SPARK_HOME} names.
 */
final class ColdStartBenchmark {

  private static final Rounds ROUNDS = new Rounds(1, 7);

  private ColdStartBenchmark() {}

  static void run(SparkSession spark, Path data, Report report) {
    Path home = Path.of("..").toAbsolutePath().normalize(); // Maven starts it in the module
    String planets = home + "/examples/samples/planets/";
    List<String> almanac =
        List.of(
            home.resolve("almanac").toString(),
            "--format=csv",
            "SELECT name FROM lake.samples.planets FOR DATES SINCE '1800-01-01' ORDER BY name");
    report.time(
        "first query of a process, against the same without an archive",
        Comparison.of(
            ROUNDS,
            () -> rows(almanac, Map.of("ALMANAC_ARCHIVE", "wait"), 1),
            () -> rows(almanac, Map.of("ALMANAC_ARCHIVE", "off"), 1)));
    String other = System.getenv("SPARK_HOME");
    if (other == null) {
      System.err.println("Set SPARK_HOME to compare with its bin/spark-sql.");
      return;
    }
    List<String> sparkSql =
        List.of(
            other + "/bin/spark-sql",
            "--master=local[*]",
            "--conf=spark.ui.enabled=false",
            "--conf=spark.sql.catalogImplementation=in-memory", // Hive's takes seconds more
            "-e",
            ("SELECT name FROM (SELECT name FROM parquet.`%syear_1846/month_09/day_23/"
                    + "as_at_20240101-000000` UNION ALL SELECT name FROM parquet.`%syear_1930/"
                    + "month_02/day_18/as_at_20240101-000000`) ORDER BY name")
                .formatted(planets, planets));
    report.time(
        "first query of a process, against spark-sql",
        Comparison.of(
            ROUNDS,
            () -> rows(almanac, Map.of("ALMANAC_ARCHIVE", "wait"), 1),
            () -> rows(sparkSql, Map.of(), 0)));
  }

  /** The lines that a command prints, without its heads. */
  private static List<String> rows(List<String> command, Map<String, String> environment, int heads)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Failed with " + process.exitValue() + ": " + command);
    }
    List<String> lines = new ArrayList<>(out.lines().toList());
    return lines.subList(heads, lines.size());
  }
}
