package dev.almanac.store;

import java.time.Duration;

/**
 * How long to look for datasets: until so many folders were looked at, or so much time has passed.
 * For one listing, by one thread.
 */
public final class ListingBudget {

  /** Folders looked at between two looks at the clock. */
  private static final int STEP = 64;

  private final int step;
  private final long deadline; // of System.nanoTime
  private int left;

  private ListingBudget(int folders, int step, long deadline) {
    this.left = folders;
    this.step = step;
    this.deadline = deadline;
  }

  /** Starts now. */
  public static ListingBudget of(int folders, Duration time) {
    return new ListingBudget(folders, STEP, System.nanoTime() + time.toNanos());
  }

  /** Until everything is found. */
  public static ListingBudget unlimited() {
    return new ListingBudget(
        Integer.MAX_VALUE, Integer.MAX_VALUE, System.nanoTime() + Long.MAX_VALUE / 2);
  }

  /**
   * Takes a part of what is left.
   *
   * @param wanted how many folders there are to look at
   * @return how many of them to look at now; 0 where nothing is left
   */
  public int take(int wanted) {
    if (System.nanoTime() - deadline >= 0) {
      left = 0;
    }
    int taken = Math.min(wanted, Math.min(step, left));
    if (step != Integer.MAX_VALUE) {
      left -= taken;
    }
    return taken;
  }
}
