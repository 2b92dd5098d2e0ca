package dev.almanac.firestore;

import dev.almanac.spark.SessionConf;
import dev.almanac.store.FirestoreOptions;
import dev.almanac.store.StoreOptions;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;

/**
 * How a store's collections are read.
 *
 * @param pageSize the most documents of one request
 * @param partitions the most tasks, as the user set it
 * @param parallelism the most tasks otherwise
 * @param filters which filters the server evaluates
 * @param aggregates whether the server evaluates aggregates
 * @param mismatchIsNull whether a value that its column cannot hold is null, rather than an error
 * @param ansi whether Spark's sums fail when they overflow, as the server's must then
 */
record Settings(
    int pageSize,
    OptionalInt partitions,
    int parallelism,
    PushedFilters.Mode filters,
    boolean aggregates,
    boolean mismatchIsNull,
    boolean ansi) {

  static Settings of(StoreOptions options, SparkSession session) {
    return new Settings(
        Integer.parseInt(options.value(FirestoreOptions.PAGE_SIZE)),
        options
            .set(FirestoreOptions.PARTITIONS)
            .map(value -> OptionalInt.of(Integer.parseInt(value)))
            .orElse(OptionalInt.empty()),
        session.sparkContext().defaultParallelism(),
        PushedFilters.Mode.of(options.value(FirestoreOptions.PUSH_FILTERS)),
        Boolean.parseBoolean(options.value(FirestoreOptions.PUSH_AGGREGATES)),
        options.value(FirestoreOptions.TYPE_MISMATCH).equalsIgnoreCase("null"),
        SessionConf.of(session).ansiEnabled());
  }

  int mostPartitions() {
    return partitions.orElse(parallelism);
  }
}
