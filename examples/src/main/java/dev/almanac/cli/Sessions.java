package dev.almanac.cli;

import org.apache.spark.sql.SparkSession;

/** Where the command gets its Spark from. */
@FunctionalInterface
interface Sessions {

  Lease open(SessionSettings settings);

  /** A session for as long as it is not closed. */
  interface Lease extends AutoCloseable {
    SparkSession spark();

    @Override
    void close();
  }
}
