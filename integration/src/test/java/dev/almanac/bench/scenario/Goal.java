package dev.almanac.bench.scenario;

import java.util.Locale;

/** What is expected of a scenario on any machine. */
public sealed interface Goal {

  /**
   * To be so many times as fast as a peer.
   *
   * @param atLeast the peer's time over Almanac's, in the median of the rounds
   */
  record Speed(Contender peer, double atLeast) implements Goal {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "speed >= %.2f of %s", atLeast, peer);
    }
  }

  /** To take no longer than so much, in the median of the rounds. */
  record Time(double atMostMillis) implements Goal {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "ms <= %.0f", atMostMillis);
    }
  }

  /** Something that is counted. */
  enum Counted {
    LISTS,
    OPENS,
    FILES
  }

  /** To ask for no more than so much. */
  record Requests(Counted counted, long atMost) implements Goal {

    @Override
    public String toString() {
      return counted.name().toLowerCase(Locale.ROOT) + " <= " + atMost;
    }
  }
}
