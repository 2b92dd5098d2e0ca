package dev.almanac.bench.scenario;

import dev.almanac.bench.data.Sizes;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios. */
public final class Catalogue {

  private Catalogue() {}

  /** Those of data of a size, in the order of the report. */
  public static List<Scenario> of(Sizes sizes) {
    return Stream.of(
            PlanningScenarios.of(sizes),
            ParquetScenarios.all(),
            TextScenarios.all(),
            ArrowScenarios.all(),
            StartScenarios.all())
        .flatMap(List::stream)
        .toList();
  }
}
