package dev.almanac.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.engine.Task;
import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Requests;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Goal;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Rounds;
import dev.almanac.bench.scenario.Scenario;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunnerTest {

  private static final Scenario SCENARIO =
      Scenario.named("s", "something")
          .ask(
              Question.of("SELECT", Slice.all(DataSet.LINEITEM)),
              Contender.ALMANAC,
              Contender.SPARK,
              Contender.DELTA)
          .build();

  /** Gives a number, and takes as many milliseconds. */
  private record Fixed(long number, double millis) implements Task {

    @Override
    public Rows rows() {
      return Rows.of(number);
    }

    @Override
    public Timing time() {
      return new Timing(millis, millis);
    }

    @Override
    public Account account() {
      return new Account(OptionalLong.of(1), Optional.of(new Requests(3, 0, 2, 1, 10)));
    }
  }

  private record Logged(Task task, Runnable log) implements Task {

    @Override
    public Rows rows() throws Exception {
      return task.rows();
    }

    @Override
    public Timing time() throws Exception {
      log.run();
      return task.time();
    }

    @Override
    public Account account() throws Exception {
      return task.account();
    }
  }

  private static Result run(Map<Contender, Task> tasks) throws Exception {
    Runner.Preparing preparing =
        (contender, work) -> {
          if (!tasks.containsKey(contender)) {
            throw new IOException("it is broken");
          }
          return tasks.get(contender);
        };
    return new Runner(preparing, EnumSet.allOf(Contender.class), Optional.of(Rounds.fixed(3)))
        .run(SCENARIO);
  }

  @Test
  void timesWhatAgrees() throws Exception {
    Result result =
        run(
            Map.of(
                Contender.ALMANAC, new Fixed(7, 10),
                Contender.SPARK, new Fixed(7, 20),
                Contender.DELTA, new Fixed(7, 5)));
    assertThat(result.differences()).isEmpty();
    assertThat(result.runs())
        .extracting(Run::contender)
        .containsExactly(Contender.ALMANAC, Contender.SPARK, Contender.DELTA);
    assertThat(result.runs()).allMatch(run -> run.timings().size() == 3);
    assertThat(verdict(new Goal.Speed(Contender.SPARK, 2), result)).isEqualTo("met");
    assertThat(verdict(new Goal.Speed(Contender.DELTA, 1), result)).isEqualTo("MISSED");
    assertThat(verdict(new Goal.Speed(Contender.DUCKDB, 1), result)).isEqualTo("not measured");
    assertThat(verdict(new Goal.Requests(Goal.Counted.LISTS, 3), result)).isEqualTo("met");
    assertThat(verdict(new Goal.Requests(Goal.Counted.OPENS, 1), result)).isEqualTo("MISSED");
    assertThat(verdict(new Goal.Time(10), result)).isEqualTo("met");
    assertThat(verdict(new Goal.Time(9), result)).isEqualTo("MISSED");
    assertThat(Verdict.of(new Goal.Speed(Contender.DELTA, 1), result).value().getAsDouble())
        .isCloseTo(0.5, within(1e-12));
  }

  private static String verdict(Goal goal, Result result) {
    return Verdict.of(goal, result).word();
  }

  @Test
  void timesNothingWhereRowsDiffer() throws Exception {
    Result result =
        run(
            Map.of(
                Contender.ALMANAC, new Fixed(7, 1),
                Contender.SPARK, new Fixed(8, 1),
                Contender.DELTA, new Fixed(7, 1)));
    assertThat(result.differences()).containsOnlyKeys(Contender.SPARK);
    assertThat(result.differences().get(Contender.SPARK)).contains("7").contains("8");
    assertThat(result.runs()).isEmpty();
  }

  @Test
  void goesOnWithoutAPeerThatFails() throws Exception {
    Result result =
        run(Map.of(Contender.ALMANAC, new Fixed(7, 1), Contender.SPARK, new Fixed(7, 1)));
    assertThat(result.absent()).containsEntry(Contender.DELTA, "it failed: it is broken");
    assertThat(result.runs()).hasSize(2);
  }

  @Test
  void getsWarmOnFewDaysFirst() throws Exception {
    Set<Map.Entry<Contender, Work>> timed = new LinkedHashSet<>();
    Runner.Preparing logging =
        (contender, work) ->
            new Logged(new Fixed(7, 1), () -> timed.add(Map.entry(contender, work)));
    Rounds few = new Rounds(2, 2, 2, 0.5);
    new Runner(logging, EnumSet.of(Contender.SPARK), Optional.of(few)).run(SCENARIO);
    assertThat(timed)
        .containsExactly(
            Map.entry(Contender.ALMANAC, SCENARIO.onFewDays().get(Contender.ALMANAC)),
            Map.entry(Contender.SPARK, SCENARIO.onFewDays().get(Contender.SPARK)),
            Map.entry(Contender.ALMANAC, SCENARIO.work().get(Contender.ALMANAC)),
            Map.entry(Contender.SPARK, SCENARIO.work().get(Contender.SPARK)));
  }

  @Test
  void failsWithAlmanac() {
    assertThatThrownBy(() -> run(Map.of(Contender.SPARK, new Fixed(7, 1))))
        .hasMessage("it is broken");
  }
}
