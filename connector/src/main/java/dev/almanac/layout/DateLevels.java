package dev.almanac.layout;

import java.util.List;

/**
 * The levels of folders above a dataset's days, for looking which days there are without listing
 * them all: years, then months, then days, or however a scheme divides them.
 */
public interface DateLevels {

  /** How many levels there are: a path of so many elements is the folder of one day. */
  int depth();

  /**
   * What a folder may hold, as far as its path says.
   *
   * @param path the elements of a path of at most {@link #depth()} elements; none for the root
   */
  Level read(List<String> path);

  /** What one folder of a level may hold. */
  sealed interface Level {

    /**
     * Days of a span: exactly one for a folder at full depth.
     *
     * @param days the days it may hold
     */
    record Within(DateSpan days) implements Level {}

    /**
     * No days.
     *
     * @param reason {@code OUTSIDE_SCHEME} or {@code IMPOSSIBLE_DATE}
     */
    record Outside(SkipReason reason) implements Level {}
  }
}
