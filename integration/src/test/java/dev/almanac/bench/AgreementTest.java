package dev.almanac.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.report.MarkdownReport;
import dev.almanac.bench.run.Result;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Scenario;
import dev.almanac.bench.scenario.Slice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What decides how a run ends. */
class AgreementTest {

  private static Result result(Map<Contender, String> absent, Map<Contender, String> differences) {
    Scenario scenario =
        Scenario.named("s", "something")
            .ask(
                Question.of("SELECT 1 FROM {t}", Slice.all(DataSet.LINEITEM)),
                Contender.ALMANAC,
                Contender.DUCKDB)
            .build();
    return new Result(scenario, 1, List.of(), absent, differences);
  }

  @Test
  void failsWhereOneResultDiffers() {
    Result differs = result(Map.of(), Map.of(Contender.DUCKDB, "[7] is not among [[8]]"));
    assertThat(Benchmarks.agree(List.of(result(Map.of(), Map.of()), differs))).isFalse();
    assertThat(MarkdownReport.of(Map.of(), List.of(differs)))
        .contains("RESULTS DIFFER in `s`: DuckDB: [7] is not among [[8]]");
  }

  @Test
  void doesNotFailForWantOfAPeer() {
    Result alone = result(Map.of(Contender.DUCKDB, "there is none"), Map.of());
    assertThat(Benchmarks.agree(List.of(alone))).isTrue();
    assertThat(MarkdownReport.of(Map.of(), List.of(alone)))
        .contains("DuckDB did not take part: there is none (`s`)");
  }
}
