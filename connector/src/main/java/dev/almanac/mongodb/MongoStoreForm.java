package dev.almanac.mongodb;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.MongoOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Options;
import dev.almanac.store.Reference;
import dev.almanac.store.Store;
import dev.almanac.store.Suggestion;
import java.util.Optional;

/** Finds what is wrong with a store without MongoDB's classes, which may be missing. */
final class MongoStoreForm {

  /** The driver's own. */
  private static final int DEFAULT_POOL = 100;

  private MongoStoreForm() {}

  /**
   * Checks a store's location, and its options together.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void check(Store store) {
    Optional<String> uri = store.options().set(MongoOptions.URI);
    String location = store.location();
    boolean needed = uri.isEmpty() || !location.isBlank();
    if (needed && !new ConnectionText(location).hasScheme()) {
      throw noConnection(store, DatasetOptions.LOCATION);
    }
    PartitionerName partitioner =
        PartitionerName.of(store.options().value(MongoOptions.PARTITIONER));
    Options.startingWith(MongoOptions.PARTITIONING)
        .filter(option -> store.options().set(option).isPresent())
        .filter(option -> store.sets(option) || !store.sets(MongoOptions.PARTITIONER))
        .forEach(option -> checkPartitioner(store, partitioner, option));
    checkPool(store);
  }

  /** Whether all that the driver has to know is known before a query, and without a name server. */
  static boolean isKnown(Store store) {
    String uri = store.options().set(MongoOptions.URI).orElse(store.location());
    return !Reference.isIn(uri) && uri.startsWith("mongodb://");
  }

  /** What is set for all stores is for those that set no partitioner of their own. */
  private static void checkPartitioner(Store store, PartitionerName partitioner, Option option) {
    String name = option.key().substring(MongoOptions.PARTITIONING.length());
    if (partitioner.options().contains(name)) {
      return;
    }
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "The option %s would be ignored: it is not one of the partitioner %s%s. %s Leave it out, or set another %s."
            .formatted(
                store.place(option),
                partitioner.text(),
                Suggestion.among(name, partitioner.options()),
                partitioner.options().isEmpty()
                    ? "That has none."
                    : "Its options are: " + String.join(", ", partitioner.options()) + ".",
                store.place(MongoOptions.PARTITIONER)));
  }

  private static void checkPool(Store store) {
    Option least = MongoOptions.connection("minPoolSize");
    Option most = MongoOptions.connection("maxPoolSize");
    Optional<Integer> atLeast = store.options().set(least).map(Integer::valueOf);
    int atMost = store.options().set(most).map(Integer::valueOf).orElse(DEFAULT_POOL);
    if (atLeast.isPresent() && atMost > 0 && atLeast.get() > atMost) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '%d' of %s: it is more than %s, which is %d. Set the one lower, or the other higher."
              .formatted(atLeast.get(), store.place(least), store.place(most), atMost));
    }
  }

  static RuntimeException noConnection(Store store, Option where) {
    boolean secret = where.equals(MongoOptions.URI);
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        store.options().set(where).isEmpty()
            ? "%s is not set, and neither is %s. A store of the connector mongodb is at mongodb://host:port/database or mongodb+srv://host/database, the database being optional."
                .formatted(store.place(where), store.place(MongoOptions.URI))
            : "Invalid value%s of %s: a store of the connector mongodb is at mongodb://host:port/database or mongodb+srv://host/database, the database being optional."
                .formatted(secret ? "" : " '" + store.location() + "'", store.place(where)));
  }
}
