package dev.almanac.bench.scenario;

/**
 * How often the contenders are timed.
 *
 * @param warmUp rounds that do not count, at least; there are more as long as {@link #warms}
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

  /** The share of the time for which code may still be compiled when rounds count. */
  private static final double MOST_COMPILING = 0.05;

  /**
   * Whether to warm up further. A query of Spark's is many thousand methods, some of which are
   * compiled only in its hundredth run; a peer in C++ has that behind it, and the first scenario of
   * a process would look worse than the same as the tenth.
   *
   * @param rounds that have been run
   * @param seconds for which rounds have been run
   * @param compiling the share of the last rounds' time for which code was being compiled
   */
  public boolean warms(int rounds, double seconds, double compiling) {
    if (areFixed()) {
      return rounds < warmUp;
    }
    return rounds < warmUp
        ? seconds < this.seconds / 2
        : compiling > MOST_COMPILING && seconds < this.seconds;
  }

  /** Whether their number is given, whatever the time. */
  public boolean areFixed() {
    return seconds == Double.MAX_VALUE;
  }

  /** As many as that, whatever the time; a third of them to warm up. */
  public static Rounds fixed(int rounds) {
    return new Rounds((rounds + 2) / 3, rounds, rounds, Double.MAX_VALUE);
  }
}
