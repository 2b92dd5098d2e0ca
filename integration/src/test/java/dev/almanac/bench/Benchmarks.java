package dev.almanac.bench;

import dev.almanac.testing.CountingFileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the benchmarks: those named in the arguments, or all.
 *
 * <p>The data is made below the folder that the property {@code almanac.bench.data} names, once.
 */
public final class Benchmarks {

  /** A benchmark by its name. */
  private interface Benchmark {
    void run(SparkSession spark, Path data, Report report);
  }

  private static final Map<String, Benchmark> ALL =
      Map.of(
          "coldstart", ColdStartBenchmark::run,
          "history", HistoryBenchmark::run,
          "json", JsonBenchmark::againstSpark,
          "json-duckdb", JsonBenchmark::againstDuckDb,
          "scan", ScanBenchmark::run,
          "manyfiles", ManyFilesBenchmark::run);

  private Benchmarks() {}

  /**
   * Runs benchmarks.
   *
   * @param arguments their names; none for all
   */
  public static void main(String[] arguments) throws IOException {
    List<String> names =
        arguments.length > 0 ? List.of(arguments) : ALL.keySet().stream().sorted().toList();
    for (String name : names) {
      if (!ALL.containsKey(name)) {
        throw new IllegalArgumentException("No benchmark " + name + "; there are " + ALL.keySet());
      }
    }
    Path data = Path.of(System.getProperty("almanac.bench.data")).toAbsolutePath();
    try (SparkSession spark = session(data)) {
      Report report = new Report(System.out);
      report.head(spark);
      names.forEach(name -> ALL.get(name).run(spark, data, report));
    }
  }

  /** A catalog {@code lake} over the data, and {@code counted} over the same, counting requests. */
  private static SparkSession session(Path data) {
    String catalog = "dev.almanac.catalog.AlmanacCatalog";
    return SparkSession.builder()
        .master("local[*]")
        .appName("almanac-benchmarks")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.catalog.lake", catalog)
        .config("spark.sql.catalog.lake.location", data.toString())
        .config("spark.sql.catalog.lake.default-dates", "latest")
        .config("spark.sql.catalog.counted", catalog)
        .config("spark.sql.catalog.counted.location", "counting:" + data)
        .config("spark.sql.catalog.counted.default-dates", "latest")
        .config("spark.hadoop.fs.counting.impl", CountingFileSystem.class.getName())
        .getOrCreate();
  }
}
