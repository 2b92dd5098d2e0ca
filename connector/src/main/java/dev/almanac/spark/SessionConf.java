package dev.almanac.spark;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The settings of a session.
 *
 * <p>Internal: {@link SQLConf}. Spark's parsers take it, or look it up in the thread; the public
 * {@code RuntimeConfig} only gives single values.
 */
public final class SessionConf {

  private static final String CATALOGS = "spark.sql.catalog.";

  private SessionConf() {}

  public static SQLConf of(SparkSession session) {
    return ((org.apache.spark.sql.classic.SparkSession) session).sessionState().conf();
  }

  /**
   * A new Hadoop configuration with the session's settings, which the caller may change. It goes to
   * the executors, so it has nothing of catalogs, whose keys hold secrets of stores that a query
   * does not read.
   */
  public static Configuration hadoop(SparkSession session) {
    Configuration hadoop =
        ((org.apache.spark.sql.classic.SparkSession) session).sessionState().newHadoopConf();
    hadoop.getPropsWithPrefix(CATALOGS).keySet().forEach(key -> hadoop.unset(CATALOGS + key));
    return hadoop;
  }

  /** Whether Spark hides the values of a setting where it shows settings. */
  public static boolean redacts(SparkSession session, String key) {
    String value = "shown";
    scala.collection.immutable.Map<String, String> setting =
        scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.of(key, value)));
    return !of(session).redactOptions(setting).apply(key).equals(value);
  }

  /** Whether the session takes names that differ in case only for different ones. */
  public static boolean caseSensitive(SparkSession session) {
    return of(session).caseSensitiveAnalysis();
  }

  /** Runs an action in which Spark's parsers find this session's settings, in any thread. */
  public static <T> T with(SparkSession session, Supplier<T> action) {
    return SQLConf.withExistingConf(of(session), action::get);
  }
}
