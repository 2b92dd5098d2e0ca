package dev.almanac.spark;

import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;

/**
 * The settings of a session.
 *
 * <p>Internal: {@link SQLConf}. Spark's parsers take it, or look it up in the thread; the public
 * {@code RuntimeConfig} only gives single values.
 */
public final class SessionConf {

  private SessionConf() {}

  public static SQLConf of(SparkSession session) {
    return ((org.apache.spark.sql.classic.SparkSession) session).sessionState().conf();
  }

  /** A new Hadoop configuration with the session's settings, which the caller may change. */
  public static Configuration hadoop(SparkSession session) {
    return ((org.apache.spark.sql.classic.SparkSession) session).sessionState().newHadoopConf();
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
