package dev.almanac.bench.run;

import dev.almanac.bench.measure.Requests;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Goal;
import java.util.OptionalDouble;

/**
 * Whether a goal was met.
 *
 * @param value what was measured; empty if nothing was
 */
public record Verdict(Goal goal, OptionalDouble value, boolean met) {

  /** Judges a goal by a result. */
  public static Verdict of(Goal goal, Result result) {
    if (goal instanceof Goal.Speed speed) {
      OptionalDouble ratio =
          result
              .run(speed.peer())
              .flatMap(peer -> result.run(Contender.ALMANAC).map(peer::over))
              .map(spread -> OptionalDouble.of(spread.median()))
              .orElseGet(OptionalDouble::empty);
      return new Verdict(goal, ratio, ratio.isPresent() && ratio.getAsDouble() >= speed.atLeast());
    }
    if (goal instanceof Goal.Time time) {
      OptionalDouble millis =
          result
              .run(Contender.ALMANAC)
              .map(run -> OptionalDouble.of(run.millis().median()))
              .orElseGet(OptionalDouble::empty);
      return atMost(goal, millis, time.atMostMillis());
    }
    Goal.Requests limit = (Goal.Requests) goal;
    OptionalDouble count =
        result
            .run(Contender.ALMANAC)
            .flatMap(run -> run.account().requests())
            .map(requests -> OptionalDouble.of((double) counted(requests, limit.counted())))
            .orElseGet(OptionalDouble::empty);
    return atMost(goal, count, (double) limit.atMost());
  }

  private static Verdict atMost(Goal goal, OptionalDouble value, double most) {
    return new Verdict(goal, value, value.isPresent() && value.getAsDouble() <= most);
  }

  private static long counted(Requests requests, Goal.Counted what) {
    return switch (what) {
      case LISTS -> requests.lists();
      case OPENS -> requests.opens();
      case FILES -> requests.files();
    };
  }

  /** In a word. */
  public String word() {
    return value.isEmpty() ? "not measured" : met ? "met" : "MISSED";
  }
}
