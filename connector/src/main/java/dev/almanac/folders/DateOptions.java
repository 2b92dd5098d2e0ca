package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import java.util.List;

/**
 * Refuses options about dates that a store's partition scheme leaves nothing to do. What a catalog
 * says for all of its stores is for those that it concerns.
 */
final class DateOptions {

  private static final List<Option> NEED_DATES =
      List.of(DatasetOptions.DEFAULT_DATES, DatasetOptions.TIME_ZONE);

  private DateOptions() {}

  /**
   * Checks a store.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void check(Store store) {
    String scheme = store.options().value(DatasetOptions.PARTITION_SCHEME);
    if (!scheme.isEmpty()
        && !scheme.equalsIgnoreCase("hive")
        && concerns(store, DatasetOptions.DATE_COLUMN)) {
      throw ignored(
          store,
          DatasetOptions.DATE_COLUMN,
          "only Hive's folders, key=value, have such a column, and it is "
              + store.setting(DatasetOptions.PARTITION_SCHEME, scheme),
          "set the scheme to hive");
    }
    for (Option option : NEED_DATES) {
      if (scheme.equalsIgnoreCase("none") && concerns(store, option)) {
        throw ignored(
            store,
            option,
            store.setting(DatasetOptions.PARTITION_SCHEME, scheme)
                + " says that the datasets are not divided by dates",
            "set the scheme that they have");
      }
    }
  }

  /** Whether it is set where the scheme is set, or nearer to the store. */
  private static boolean concerns(Store store, Option option) {
    return store.options().set(option).isPresent()
        && (store.sets(option) || !store.sets(DatasetOptions.PARTITION_SCHEME));
  }

  private static RuntimeException ignored(Store store, Option option, String why, String instead) {
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "The option %s would be ignored: %s. Leave out the one or the other, or %s."
            .formatted(store.setting(option, store.options().value(option)), why, instead));
  }
}
