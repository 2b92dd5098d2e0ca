package dev.almanac.bench.report;

import dev.almanac.bench.measure.Requests;
import dev.almanac.bench.measure.Spread;
import dev.almanac.bench.run.Result;
import dev.almanac.bench.run.Run;
import dev.almanac.bench.run.Verdict;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Goal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Results as tables: of goals, and of what was measured. */
public final class MarkdownReport {

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /** The whole text. */
  public static String of(Map<String, Object> head, List<Result> results) {
    MarkdownReport report = new MarkdownReport();
    report.line(
        head.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; ")));
    report.goals(results);
    report.measured(results);
    report.apart(results);
    return report.out.toString();
  }

  private void goals(List<Result> results) {
    line("");
    line("| scenario | what | goal | measured | |");
    line("| --- | --- | --- | --- | --- |");
    for (Result result : results) {
      for (Goal goal : result.scenario().goals()) {
        Verdict verdict = Verdict.of(goal, result);
        row(
            "`" + result.scenario().name() + "`",
            result.scenario().what(),
            goal.toString(),
            verdict.value().isPresent() ? number(verdict.value().getAsDouble()) : "",
            verdict.word());
      }
    }
  }

  private void measured(List<Result> results) {
    line("");
    line(
        "| scenario | contender | ms | Almanac is so many times as fast (middle half) | CPU ms |"
            + " peak heap MB | LIST | HEAD | open | files | KB read |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Result result : results) {
      for (Run run : result.runs()) {
        Optional<Requests> requests = run.account().requests();
        row(
            "`" + result.scenario().name() + "`",
            run.contender().toString(),
            number(run.millis().median()),
            ratio(run, result),
            Double.isNaN(run.cpuMillis().median()) ? "" : number(run.cpuMillis().median()),
            run.account().peakHeapBytes().isPresent()
                ? String.valueOf(run.account().peakHeapBytes().getAsLong() >> 20)
                : "",
            requests.map(asked -> String.valueOf(asked.lists())).orElse(""),
            requests.map(asked -> String.valueOf(asked.heads())).orElse(""),
            requests.map(asked -> String.valueOf(asked.opens())).orElse(""),
            requests.map(asked -> String.valueOf(asked.files())).orElse(""),
            requests.map(asked -> String.valueOf(asked.bytes() >> 10)).orElse(""));
      }
    }
  }

  private static String ratio(Run run, Result result) {
    return result
        .run(Contender.ALMANAC)
        .filter(ours -> ours.contender() != run.contender())
        .map(run::over)
        .map(MarkdownReport::spread)
        .orElse("");
  }

  private static String spread(Spread spread) {
    return String.format(
        Locale.ROOT, "**%.2f** (%.2f .. %.2f)", spread.median(), spread.low(), spread.high());
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
  }

  /** Who was not there, and whose results differ. */
  private void apart(List<Result> results) {
    for (Result result : results) {
      new TreeMap<>(result.differences())
          .forEach(
              (peer, how) ->
                  line(
                      "\nRESULTS DIFFER in `%s`: %s: %s"
                          .formatted(result.scenario().name(), peer, how)));
    }
    line("");
    Map<String, List<String>> absent =
        results.stream()
            .flatMap(
                result ->
                    result.absent().entrySet().stream()
                        .map(
                            entry ->
                                Map.entry(
                                    entry.getKey() + " did not take part: " + entry.getValue(),
                                    "`" + result.scenario().name() + "`")))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    absent.forEach((why, where) -> line("* " + why + " (" + String.join(", ", where) + ")"));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
