package dev.almanac.bench.run;

import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a scenario.
 *
 * @param rows how many rows its question has
 * @param runs Almanac's first; none if the results differ
 * @param absent why a peer did not take part
 * @param differences how a peer's rows differ from Almanac's
 */
public record Result(
    Scenario scenario,
    int rows,
    List<Run> runs,
    Map<Contender, String> absent,
    Map<Contender, String> differences) {

  public Result {
    runs = List.copyOf(runs);
    absent = Map.copyOf(absent);
    differences = Map.copyOf(differences);
  }

  public Optional<Run> run(Contender contender) {
    return runs.stream().filter(run -> run.contender() == contender).findFirst();
  }
}
