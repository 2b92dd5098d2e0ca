package dev.almanac.extensions;

import dev.almanac.AlmanacExtensions;
import org.apache.spark.sql.SparkSession;

/** The extension, by a program: no setting names it. */
class WithExtensionByProgramTest extends WithExtensionTest {

  @Override
  SparkSession.Builder configured(SparkSession.Builder builder) {
    AlmanacExtensions extensions = new AlmanacExtensions();
    return builder.withExtensions(extensions);
  }
}
