package dev.almanac.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.bench.measure.Requests;
import dev.almanac.bench.measure.Spread;
import dev.almanac.bench.run.Result;
import dev.almanac.bench.run.Run;
import dev.almanac.bench.run.Verdict;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Goal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Results as JSON, each timing among them. */
public final class JsonReport {

  private JsonReport() {}

  /** Writes a file. */
  public static void write(Path file, Map<String, Object> head, List<Result> results)
      throws IOException {
    Map<String, Object> report = new LinkedHashMap<>(head);
    report.put("scenarios", results.stream().map(JsonReport::result).toList());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", result.scenario().name());
    json.put("what", result.scenario().what());
    json.put("rows", result.rows());
    json.put("contenders", result.runs().stream().map(run -> run(run, result)).toList());
    json.put("absent", byLabel(result.absent()));
    json.put("differences", byLabel(result.differences()));
    json.put("goals", result.scenario().goals().stream().map(goal -> goal(goal, result)).toList());
    return json;
  }

  private static Map<String, Object> run(Run run, Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", run.contender().toString());
    json.put("millis", spread(run.millis()));
    json.put("allMillis", run.timings().stream().map(timing -> timing.millis()).toList());
    if (!Double.isNaN(run.cpuMillis().median())) {
      json.put("cpuMillis", spread(run.cpuMillis()));
    }
    if (run.contender() != Contender.ALMANAC) {
      result
          .run(Contender.ALMANAC)
          .ifPresent(ours -> json.put("timeOverAlmanacs", spread(run.over(ours))));
    }
    run.account().peakHeapBytes().ifPresent(bytes -> json.put("peakHeapBytes", bytes));
    run.account().requests().ifPresent(requests -> json.put("requests", requests(requests)));
    return json;
  }

  private static Map<String, Object> requests(Requests requests) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lists", requests.lists());
    json.put("heads", requests.heads());
    json.put("opens", requests.opens());
    json.put("files", requests.files());
    json.put("bytes", requests.bytes());
    return json;
  }

  private static Map<String, Object> spread(Spread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", spread.median());
    json.put("low", spread.low());
    json.put("high", spread.high());
    return json;
  }

  private static Map<String, Object> goal(Goal goal, Result result) {
    Verdict verdict = Verdict.of(goal, result);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("goal", goal.toString());
    verdict.value().ifPresent(value -> json.put("value", value));
    json.put("verdict", verdict.word());
    return json;
  }

  private static Map<String, String> byLabel(Map<Contender, String> texts) {
    Map<String, String> labelled = new TreeMap<>();
    texts.forEach((contender, text) -> labelled.put(contender.toString(), text));
    return labelled;
  }
}
