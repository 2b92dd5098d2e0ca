package dev.almanac.folders;

import dev.almanac.spark.SessionConf;
import java.io.Serializable;
import org.apache.spark.sql.SparkSession;

/**
 * What to do about files that cannot be read: errors, unless the user set Spark's own settings.
 *
 * @param ignoreMissing {@code spark.sql.files.ignoreMissingFiles}
 * @param ignoreCorrupt {@code spark.sql.files.ignoreCorruptFiles}
 */
record Tolerance(boolean ignoreMissing, boolean ignoreCorrupt) implements Serializable {

  /** For looks that may fail. */
  static final Tolerance EVERYTHING = new Tolerance(true, true);

  static Tolerance of(SparkSession session) {
    var conf = SessionConf.of(session);
    return new Tolerance(conf.ignoreMissingFiles(), conf.ignoreCorruptFiles());
  }
}
