package dev.almanac.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import scala.Option;

/**
 * Lets Spark hide what stores have for secrets wherever it shows settings: the pages and the REST
 * interface of its user interface, {@code SET}, event logs.
 *
 * <p>Spark hides values by a pattern, {@code spark.redaction.regex}. To it {@code s3.access-key}
 * and {@code mongodb.uri} are names like any other; so the pattern is extended, whatever it is.
 *
 * <p>Internal: the context's own {@link SparkConf}, of which the public API gives a copy, and
 * {@link SQLConf}, as a session's public configuration refuses to change keys of the core. What was
 * shown before Almanac was loaded cannot be taken back: that is the first entry of an event log.
 */
public final class Redaction {

  private static final String KEY = "spark.redaction.regex";

  /** As {@code org.apache.spark.internal.config} has it, where nothing is set. */
  private static final String DEFAULT = "(?i)secret|password|token|access[.]?key";

  private Redaction() {}

  /**
   * Extends the pattern of the running application, if there is one.
   *
   * @param pattern a regular expression that is found in names or values of settings to hide
   */
  public static void extend(String pattern) {
    Option<SparkContext> context = SparkContext$.MODULE$.getActive();
    if (context.isDefined() && !context.get().isStopped()) {
      SparkConf conf = context.get().conf();
      conf.set(KEY, extended(conf.get(KEY, DEFAULT), pattern));
    }
  }

  /** The same for a session, which took its settings from the application's earlier. */
  public static void extend(SparkSession session, String pattern) {
    extend(pattern);
    SQLConf conf = SessionConf.of(session);
    conf.setConfString(KEY, extended(conf.getConfString(KEY, DEFAULT), pattern));
  }

  private static String extended(String found, String pattern) {
    return found.contains(pattern) ? found : "(?:" + found + ")|" + pattern;
  }
}
