package dev.almanac.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.bench.data.Sizes;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Rounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness at a size at which nothing can be learnt from its numbers. */
@Tag("own-session")
class BenchmarksTest {

  private static final List<String> SCENARIOS = List.of("plan-many-files", "join");
  private static final Set<Contender> PEERS =
      Set.of(Contender.LISTING, Contender.SPARK, Contender.ICEBERG);

  @Test
  void comparesRowsAndWritesReports(@TempDir Path folder) throws Exception {
    Path reports = folder.resolve("reports");
    BenchmarkOptions options =
        new BenchmarkOptions(
            new Sizes(0.0002, 20, 30),
            folder.resolve("data"),
            reports,
            SCENARIOS,
            PEERS,
            Optional.of(Rounds.fixed(1)));

    assertThat(Benchmarks.run(options, "local[2]")).isTrue();

    JsonNode json = new ObjectMapper().readTree(reports.resolve(Benchmarks.JSON).toFile());
    assertThat(json.get("processors").asInt()).isPositive();
    assertThat(json.get("scenarios").findValuesAsText("what")).hasSameSizeAs(SCENARIOS);
    for (JsonNode scenario : json.get("scenarios")) {
      assertThat(scenario.get("rows").asInt()).as(scenario.toString()).isPositive();
      assertThat(scenario.get("differences")).isEmpty();
      assertThat(scenario.get("contenders").size()).as(scenario.toString()).isGreaterThan(1);
    }
    JsonNode join = scenario(json, "join");
    assertThat(join.at("/contenders/0/name").asText()).isEqualTo("Almanac");
    assertThat(join.at("/contenders/0/millis/median").asDouble()).isPositive();
    assertThat(join.at("/contenders/0/requests/files").asLong()).isBetween(4L, 5L);
    assertThat(join.at("/contenders/0/peakHeapBytes").asLong()).isPositive();
    assertThat(join.get("contenders").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Almanac", "spark.read", "Iceberg");
    assertThat(join.at("/absent/DuckDB").asText()).isEqualTo("not asked for");
    assertThat(Files.readString(reports.resolve(Benchmarks.MARKDOWN)))
        .contains("| `join` | Almanac |", "| `plan-many-files` | bare listing |")
        .contains("| `plan-many-files` | plan a day of 30 files | speed >= 0.50 of bare listing |");
  }

  private static JsonNode scenario(JsonNode json, String name) {
    return StreamSupport.stream(json.get("scenarios").spliterator(), false)
        .filter(scenario -> scenario.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
