package dev.almanac.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Two actions, timed in turn in one process, so that both see the same machine at the same time.
 *
 * @param rounds one after the other
 */
record Comparison(List<Round> rounds) {

  /** What is timed. Its result is only there so that nobody can leave the work out. */
  @FunctionalInterface
  interface Action {
    Object run() throws Exception;
  }

  /** How often. */
  record Rounds(int warmUp, int timed) {}

  /**
   * One of each.
   *
   * @param ours milliseconds
   * @param peer milliseconds
   */
  record Round(double ours, double peer) {}

  Comparison {
    rounds = List.copyOf(rounds);
  }

  /**
   * Runs both actions in each round; which goes first changes from round to round.
   *
   * @throws IllegalStateException if their rows differ
   */
  static Comparison of(Rounds rounds, Action ours, Action peer) {
    List<Round> timed = new ArrayList<>();
    for (int i = -rounds.warmUp(); i < rounds.timed(); i++) {
      boolean oursFirst = i % 2 == 0;
      Timed first = time(oursFirst ? ours : peer);
      Timed second = time(oursFirst ? peer : ours);
      requireEqual(first.result(), second.result());
      if (i >= 0) {
        timed.add(
            oursFirst
                ? new Round(first.millis(), second.millis())
                : new Round(second.millis(), first.millis()));
      }
    }
    return new Comparison(timed);
  }

  private record Timed(Object result, double millis) {}

  private static Timed time(Action action) {
    long start = System.nanoTime();
    try {
      Object result = Objects.requireNonNull(action.run(), "A benchmark's action gave nothing");
      return new Timed(result, (System.nanoTime() - start) / 1e6);
    } catch (Exception e) {
      throw new IllegalStateException("A benchmark's action failed", e);
    }
  }

  /** Of plans, which give no rows, nothing is compared. */
  private static void requireEqual(Object one, Object other) {
    if (one instanceof List<?> && other instanceof List<?> && !one.equals(other)) {
      throw new IllegalStateException("The results differ: %s and %s".formatted(one, other));
    }
  }

  double medianOurs() {
    return quantile(Round::ours, 0.5);
  }

  double medianPeer() {
    return quantile(Round::peer, 0.5);
  }

  /** Our time over the peer's, by rounds: less is better. */
  double timeRatio(double quantile) {
    return quantile(round -> round.ours() / round.peer(), quantile);
  }

  /** The peer's time over ours, by rounds, which is our throughput over its: more is better. */
  double throughputRatio(double quantile) {
    return quantile(round -> round.peer() / round.ours(), quantile);
  }

  private double quantile(ToDoubleFunction<Round> value, double quantile) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    double at = quantile * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
