package dev.almanac;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A test that needs a Spark session: all in one JVM share it, and none changes it for others. */
public abstract class SparkTest {

  private static SparkSession shared;

  /** The session of this JVM, started by whoever asks first. */
  protected static synchronized SparkSession spark() {
    if (shared == null) {
      shared =
          SparkSession.builder()
              .master("local[2]")
              .appName("almanac-tests")
              .config("spark.ui.enabled", "false")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.session.timeZone", "UTC")
              .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString())
              .getOrCreate();
    }
    return shared;
  }
}
