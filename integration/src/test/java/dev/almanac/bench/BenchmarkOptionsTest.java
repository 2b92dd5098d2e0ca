package dev.almanac.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.bench.data.Sizes;
import dev.almanac.bench.scenario.Catalogue;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkOptionsTest {

  private static final List<Scenario> ALL = Catalogue.of(new Sizes(1, 20, 1));

  private static BenchmarkOptions options(String... arguments) {
    return BenchmarkOptions.of(List.of(arguments), Path.of("data"), Path.of("reports"));
  }

  @Test
  void hasDefaults() {
    BenchmarkOptions options = options("scale=", "peers=", "rounds=");
    assertThat(options.sizes()).isEqualTo(new Sizes(0.5, 3650, 100_000));
    assertThat(options.peers()).containsExactlyInAnyOrder(Contender.values());
    assertThat(options.rounds()).isEmpty();
    assertThat(options.chosen(ALL)).isEqualTo(ALL);
  }

  @Test
  void takesScenariosByTheBeginningOfTheirNames() {
    assertThat(options("scenarios=jsonl, join").chosen(ALL))
        .extracting(Scenario::name)
        .containsExactly("join", "jsonl-all", "jsonl-2", "jsonl-nested");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> options("scenarios=nothing").chosen(ALL))
        .hasMessageContaining("No scenario begins with 'nothing'");
    assertThatThrownBy(() -> options("peers=trino"))
        .hasMessageContaining("No peer is called 'trino'")
        .hasMessageContaining("spark-sql");
    assertThatThrownBy(() -> options("size=1")).hasMessage("No option is called 'size'");
    assertThatThrownBy(() -> options("scale=0")).hasMessageContaining("scale");
  }

  @Test
  void namesEachScenarioOnce() {
    assertThat(ALL).extracting(Scenario::name).doesNotHaveDuplicates();
  }
}
