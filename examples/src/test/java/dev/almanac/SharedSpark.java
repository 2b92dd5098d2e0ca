package dev.almanac;

import org.apache.spark.sql.SparkSession;

/** The one Spark of all tests of this JVM, with Almanac's extension. */
public final class SharedSpark {

  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "localhost")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.extensions", "dev.almanac.AlmanacExtensions")
          .getOrCreate();

  private SharedSpark() {}

  /** A session that shares nothing with others but the cores. */
  public static SparkSession newSession() {
    return SPARK.newSession();
  }
}
