package dev.almanac.bench.run;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Spread;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Contender;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a contender did.
 *
 * @param timings by rounds
 */
public record Run(Contender contender, List<Timing> timings, Account account) {

  public Run {
    timings = List.copyOf(timings);
  }

  public Spread millis() {
    return Spread.of(timings.stream().mapToDouble(Timing::millis));
  }

  public Spread cpuMillis() {
    return Spread.of(timings.stream().mapToDouble(Timing::cpuMillis));
  }

  /** Its time over another's in the same round: how many times as fast the other is. */
  public Spread over(Run other) {
    return Spread.of(
        IntStream.range(0, timings.size())
            .mapToDouble(i -> timings.get(i).millis() / other.timings.get(i).millis()));
  }
}
