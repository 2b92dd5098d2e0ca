package dev.almanac.bench;

import dev.almanac.bench.Comparison.Rounds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Planning a day of 100,000 files, against the bare listing of its folder. */
final class ManyFilesBenchmark {

  private static final int FILES = 100_000;
  private static final String DAY = "2024-01-01";

  private ManyFilesBenchmark() {}

  static void run(SparkSession spark, Path data, Report report) {
    BenchmarkData.once(
        data,
        "manyfiles",
        folder -> {
          Path day = folder.resolve("year_2024/month_01/day_01");
          Files.createDirectories(day);
          byte[] line = "{\"id\":1}\n".getBytes(StandardCharsets.UTF_8);
          for (int file = 0; file < FILES; file++) {
            Files.write(day.resolve(String.format("%06d.jsonl", file)), line);
          }
        });
    Queries.countRequests(spark, report, "100,000 files in a day", "manyfiles", DAY);
    Path day = data.resolve("manyfiles/year_2024/month_01/day_01");
    report.time(
        "plan a day of 100,000 files, against its bare listing",
        Comparison.of(
            new Rounds(2, 7),
            () ->
                Queries.plan(spark.sql("SELECT * FROM lake.manyfiles VERSION AS OF '" + DAY + "'")),
            () -> HistoryBenchmark.list(spark, day)));
  }
}
