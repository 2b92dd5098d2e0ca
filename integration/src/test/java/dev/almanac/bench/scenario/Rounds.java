package dev.almanac.bench.scenario;

/**
 * How often the contenders are timed, in turn.
 *
 * @param warmUp rounds that do not count
 * @param least rounds that are timed, however long they take
 * @param most rounds that are timed
 * @param seconds after which no further round begins
 */
public record Rounds(int warmUp, int least, int most, double seconds) {

  /** For queries that take a second. */
  public static final Rounds QUERIES = new Rounds(2, 5, 21, 20);

  /** For what takes milliseconds, and is compiled late. */
  public static final Rounds PLANS = new Rounds(60, 21, 300, 20);

  /** For what takes many seconds. */
  public static final Rounds PROCESSES = new Rounds(1, 5, 7, 30);

  /** As many as that, whatever the time; a third of them to warm up. */
  public static Rounds fixed(int rounds) {
    return new Rounds((rounds + 2) / 3, rounds, rounds, Double.MAX_VALUE);
  }
}
