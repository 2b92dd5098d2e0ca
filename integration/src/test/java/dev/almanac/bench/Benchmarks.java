package dev.almanac.bench;

import dev.almanac.bench.data.BenchmarkData;
import dev.almanac.bench.engine.BenchmarkSession;
import dev.almanac.bench.engine.Engines;
import dev.almanac.bench.report.JsonReport;
import dev.almanac.bench.report.Machine;
import dev.almanac.bench.report.MarkdownReport;
import dev.almanac.bench.run.Result;
import dev.almanac.bench.run.Runner;
import dev.almanac.bench.scenario.Catalogue;
import dev.almanac.bench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Runs the benchmarks and writes their reports: {@code docs/benchmarks.md} has the command. */
public final class Benchmarks {

  static final String JSON = "benchmarks.json";
  static final String MARKDOWN = "benchmarks.md";

  private Benchmarks() {}

  /**
   * Runs benchmarks; ends with 1 where results differ, whatever the speed.
   *
   * @param arguments two folders, for data and for reports, and what {@link BenchmarkOptions#of}
   *     takes
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    BenchmarkOptions options =
        BenchmarkOptions.of(
            given.subList(2, given.size()), Path.of(given.get(0)), Path.of(given.get(1)));
    System.exit(run(options, "local[*]") ? 0 : 1);
  }

  /** Runs benchmarks in a session that this starts and stops; returns whether all results agree. */
  static boolean run(BenchmarkOptions options, String master) throws Exception {
    List<Scenario> scenarios = options.chosen(Catalogue.of(options.sizes()));
    BenchmarkData data = new BenchmarkData(options.data(), options.sizes());
    List<Result> results = new ArrayList<>();
    try (SparkSession spark = BenchmarkSession.start(data, master);
        Engines engines = new Engines(spark, data, options.reports().resolve("bench-python"))) {
      Map<String, Object> head = new LinkedHashMap<>(Machine.described(spark.version()));
      head.put("scale", options.sizes().scale());
      head.put("historyDays", options.sizes().historyDays());
      head.put("manyFiles", options.sizes().manyFiles());
      Runner runner = new Runner(engines::prepare, options.peers(), options.rounds());
      for (Scenario scenario : scenarios) {
        System.err.println("Running " + scenario.name());
        results.add(runner.run(scenario));
        write(options.reports(), head, results); // what there is, should a later one fail
      }
    }
    System.out.println(Files.readString(options.reports().resolve(MARKDOWN)));
    return agree(results);
  }

  /** Whether all peers that took part gave Almanac's rows. */
  static boolean agree(List<Result> results) {
    return results.stream().allMatch(result -> result.differences().isEmpty());
  }

  private static void write(Path folder, Map<String, Object> head, List<Result> results)
      throws IOException {
    Files.createDirectories(folder);
    JsonReport.write(folder.resolve(JSON), head, results);
    Files.writeString(folder.resolve(MARKDOWN), MarkdownReport.of(head, results));
  }
}
