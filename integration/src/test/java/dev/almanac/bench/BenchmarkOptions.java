package dev.almanac.bench;

import dev.almanac.bench.data.Sizes;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Rounds;
import dev.almanac.bench.scenario.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is run, and where.
 *
 * @param data the folder for the data, which is kept
 * @param reports the folder for the reports, and for Python's virtual environment
 * @param scenarios their names, or the beginnings of some; none for all
 * @param rounds in place of the scenarios' own
 */
public record BenchmarkOptions(
    Sizes sizes,
    Path data,
    Path reports,
    List<String> scenarios,
    Set<Contender> peers,
    Optional<Rounds> rounds) {

  /**
   * Of arguments such as {@code scale=0.1}; one without a value, or with an empty one, is left at
   * its default: {@code scale}, {@code days}, {@code files}, {@code scenarios}, {@code peers},
   * {@code rounds}.
   */
  static BenchmarkOptions of(List<String> arguments, Path data, Path reports) {
    Map<String, String> given =
        arguments.stream()
            .map(argument -> argument.split("=", 2))
            .filter(parts -> parts.length == 2 && !parts[1].isBlank())
            .collect(java.util.stream.Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    for (String name : given.keySet()) {
      if (!List.of("scale", "days", "files", "scenarios", "peers", "rounds").contains(name)) {
        throw new IllegalArgumentException("No option is called '" + name + "'");
      }
    }
    return new BenchmarkOptions(
        new Sizes(
            Double.parseDouble(given.getOrDefault("scale", "0.5")),
            Integer.parseInt(given.getOrDefault("days", "3650")),
            Integer.parseInt(given.getOrDefault("files", "100000"))),
        data,
        reports,
        words(given.getOrDefault("scenarios", "")),
        peers(words(given.getOrDefault("peers", ""))),
        Optional.ofNullable(given.get("rounds")).map(Integer::parseInt).map(Rounds::fixed));
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static Set<Contender> peers(List<String> keys) {
    EnumSet<Contender> peers = EnumSet.noneOf(Contender.class);
    keys.forEach(key -> peers.add(Contender.of(key)));
    return keys.isEmpty() ? EnumSet.allOf(Contender.class) : peers;
  }

  /**
   * The scenarios of a list that are asked for.
   *
   * @throws IllegalArgumentException where one that is asked for is not there
   */
  List<Scenario> chosen(List<Scenario> all) {
    for (String name : scenarios) {
      if (all.stream().noneMatch(scenario -> scenario.name().startsWith(name))) {
        throw new IllegalArgumentException(
            "No scenario begins with '%s'; there are %s"
                .formatted(name, all.stream().map(Scenario::name).toList()));
      }
    }
    return all.stream()
        .filter(
            scenario ->
                scenarios.isEmpty() || scenarios.stream().anyMatch(scenario.name()::startsWith))
        .toList();
  }
}
