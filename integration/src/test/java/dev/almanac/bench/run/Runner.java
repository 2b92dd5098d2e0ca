package dev.almanac.bench.run;

import dev.almanac.bench.engine.Task;
import dev.almanac.bench.engine.UnavailableException;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Rounds;
import dev.almanac.bench.scenario.Scenario;
import dev.almanac.bench.scenario.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs scenarios one after the other. */
public final class Runner {

  /** Makes a contender's work ready. */
  public interface Preparing {

    /**
     * Makes it ready, its data included.
     *
     * @throws UnavailableException where this machine lacks what is needed
     */
    Task prepare(Contender contender, Work work) throws Exception;
  }

  /**
   * The first scenario warms up for so many times as long: Spark's planning is compiled by then.
   */
  private static final double PATIENCE_AT_FIRST = 8;

  /** In one round of some milliseconds, nothing may be compiled though much is left. */
  private static final double STRETCH_SECONDS = 2;

  private final Preparing preparing;
  private final Set<Contender> peers;
  private final Optional<Rounds> rounds;
  private double patience = PATIENCE_AT_FIRST;

  /**
   * @param peers those that take part
   * @param rounds in place of each scenario's own
   */
  public Runner(Preparing preparing, Set<Contender> peers, Optional<Rounds> rounds) {
    this.preparing = preparing;
    this.peers = Set.copyOf(peers);
    this.rounds = rounds;
  }

  /**
   * Runs a scenario. Nothing is timed where rows differ.
   *
   * @throws Exception where Almanac fails; peers may
   */
  public Result run(Scenario scenario) throws Exception {
    Map<Contender, Task> tasks = new LinkedHashMap<>();
    Map<Contender, String> absent = new LinkedHashMap<>();
    Map<Contender, String> differences = new LinkedHashMap<>();
    Task almanac = preparing.prepare(Contender.ALMANAC, scenario.work().get(Contender.ALMANAC));
    Rows expected = almanac.rows();
    tasks.put(Contender.ALMANAC, almanac);
    for (Contender peer : scenario.work().keySet()) {
      if (peer == Contender.ALMANAC) {
        continue;
      }
      if (!peers.contains(peer)) {
        absent.put(peer, "not asked for");
        continue;
      }
      try {
        Task task = preparing.prepare(peer, scenario.work().get(peer));
        Optional<String> difference = expected.difference(task.rows());
        difference.ifPresent(how -> differences.put(peer, how));
        tasks.put(peer, task);
      } catch (UnavailableException e) {
        absent.put(peer, e.getMessage());
      } catch (Exception e) {
        absent.put(peer, "it failed: " + firstLine(e));
      }
    }
    List<Run> runs = differences.isEmpty() ? timed(scenario, tasks) : List.of();
    return new Result(scenario, expected.size(), runs, absent, differences);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }

  private List<Run> timed(Scenario scenario, Map<Contender, Task> tasks) throws Exception {
    Map<Contender, List<Timing>> timings = new LinkedHashMap<>();
    tasks.keySet().forEach(contender -> timings.put(contender, new ArrayList<>()));
    Rounds often = rounds.orElse(scenario.rounds());
    if (!often.areFixed()) {
      warm(onFewDays(scenario, tasks.keySet()), often);
    }
    warm(tasks.values(), often);
    Turns<Contender> turns = new Turns<>(List.copyOf(tasks.keySet()), scenario.name().hashCode());
    long start = System.nanoTime();
    for (int round = 0; round < often.most(); round++) {
      if (round >= often.least() && seconds(start) > often.seconds()) {
        break;
      }
      for (Contender contender : turns.next()) {
        timings.get(contender).add(tasks.get(contender).time());
      }
    }
    List<Run> runs = new ArrayList<>();
    for (Contender contender : tasks.keySet()) {
      runs.add(new Run(contender, timings.get(contender), tasks.get(contender).account()));
    }
    return runs;
  }

  private List<Task> onFewDays(Scenario scenario, Set<Contender> takePart) throws Exception {
    List<Task> few = new ArrayList<>();
    for (Map.Entry<Contender, Work> work : scenario.onFewDays().entrySet()) {
      if (takePart.contains(work.getKey())) {
        few.add(preparing.prepare(work.getKey(), work.getValue()));
      }
    }
    return few;
  }

  private void warm(Collection<Task> tasks, Rounds often) throws Exception {
    if (tasks.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    int done = 0;
    double compiling = 1;
    while (often.warms(done, seconds(start) / patience, compiling)) {
      long stretch = System.nanoTime();
      long compiled = Timing.compilingMillis();
      do {
        for (Task task : tasks) {
          task.time();
        }
        done++;
      } while (seconds(stretch) < STRETCH_SECONDS
          && often.warms(done, seconds(start) / patience, 1));
      compiling = (Timing.compilingMillis() - compiled) / 1e3 / seconds(stretch);
    }
    patience = 1;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
