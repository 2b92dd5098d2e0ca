package dev.almanac.bench.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A small query in a process of its own, from its start to its first row: {@code ./almanac}, and
 * the {@code spark-sql} of the distribution that the variable {@code SPARK_HOME} names.
 */
final class StartScenarios {

  private StartScenarios() {}

  static List<Scenario> all() {
    Path home = home();
    String planets = home + "/examples/samples/planets/";
    List<String> almanac =
        List.of(
            home.resolve("almanac").toString(),
            "--format=csv",
            "SELECT name FROM lake.samples.planets FOR DATES SINCE '1800-01-01' ORDER BY name");
    List<String> sparkSql =
        List.of(
            System.getenv().getOrDefault("SPARK_HOME", "") + "/bin/spark-sql",
            "--master=local[*]",
            "--conf=spark.ui.enabled=false",
            "--conf=spark.sql.catalogImplementation=in-memory", // Hive's takes seconds more
            "-e",
            ("SELECT name FROM (SELECT name FROM parquet.`%syear_1846/month_09/day_23/"
                    + "as_at_20240101-000000/*.parquet` UNION ALL SELECT name FROM"
                    + " parquet.`%syear_1930/month_02/day_18/as_at_20240101-000000/*.parquet`)"
                    + " ORDER BY name")
                .formatted(planets, planets));
    return List.of(
        Scenario.named("cold-start", "from the start of a process to the first row of its query")
            .rounds(Rounds.PROCESSES)
            .start(Contender.ALMANAC, new Work.Start(almanac, Map.of("ALMANAC_ARCHIVE", "wait"), 1))
            .start(
                Contender.UNARCHIVED, new Work.Start(almanac, Map.of("ALMANAC_ARCHIVE", "off"), 1))
            .start(Contender.SPARK_SQL, new Work.Start(sparkSql, Map.of(), 0))
            .within(3000)
            .speed(Contender.SPARK_SQL, 1)
            .build());
  }

  /** The project's folder: Maven starts processes in the module's. */
  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isRegularFile(here.resolve("almanac")) ? here : here.getParent();
  }
}
