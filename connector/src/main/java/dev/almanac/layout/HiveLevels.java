package dev.almanac.layout;

import java.util.List;

/**
 * The levels of a Hive dataset whose date leads the path; lenient about the forms of dates, so that
 * no day is overlooked.
 *
 * @param forms all of equal depth
 */
record HiveLevels(List<Template> forms) implements DateLevels {

  @Override
  public int depth() {
    return forms.get(0).depth();
  }

  @Override
  public Level read(List<String> path) {
    Level best = new Level.Outside(SkipReason.OUTSIDE_SCHEME);
    for (Template form : forms) {
      Level level = form.read(path);
      if (level instanceof Level.Within) {
        return level;
      }
      if (level instanceof Level.Outside outside
          && outside.reason() == SkipReason.IMPOSSIBLE_DATE) {
        best = outside;
      }
    }
    return best;
  }
}
