package dev.almanac.store;

import java.util.List;

/**
 * The datasets that were found.
 *
 * @param names sorted
 * @param complete whether these are all; false where the budget was spent before the end
 */
public record DatasetListing(List<List<String>> names, boolean complete) {

  public DatasetListing {
    names = List.copyOf(names);
  }
}
