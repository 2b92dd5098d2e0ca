package dev.almanac;

import dev.almanac.sql.spark.ConfiguredCatalogs;
import dev.almanac.sql.spark.HintingParser;
import dev.almanac.sql.spark.UndeclaredTables;
import java.util.Arrays;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.classic.SparkSession;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * What Spark loads of every jar on its class path, with or without a line in its configuration:
 * errors that say which line is missing. It changes no statement that works.
 */
public final class AlmanacHints extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements SparkSessionExtensionsProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public AlmanacHints() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    if (Installation.fits()) {
      extensions.injectParser(
          (session, delegate) ->
              hasExtension((SparkSession) session) ? delegate : new HintingParser(delegate));
      extensions.injectHintResolutionRule(
          session -> new ConfiguredCatalogs((SparkSession) session, false));
      extensions.injectCheckRule(session -> new UndeclaredTables());
    }
    return BoxedUnit.UNIT;
  }

  private static boolean hasExtension(SparkSession session) {
    String named = session.sparkContext().getConf().get("spark.sql.extensions", "");
    return Arrays.stream(named.split(",", -1))
        .map(String::trim)
        .anyMatch(Installation.EXTENSION::equals);
  }
}
