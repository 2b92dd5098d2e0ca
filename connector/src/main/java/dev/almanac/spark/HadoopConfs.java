package dev.almanac.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The Hadoop configurations that were handed to the executors. One that is like one before is not
 * handed out again: to write its thousand settings, and to compress them, takes some milliseconds
 * of every query. Thread-safe.
 */
public final class HadoopConfs {

  /** A store's own, and what formats add to it, as sessions have it that differ a little. */
  private static final int MOST_KEPT = 8;

  private record Sent(
      SparkContext context, ClassLoader loader, Map<String, String> settings, HadoopConf conf) {

    boolean isLike(Configuration hadoop) {
      int count = 0;
      for (Map.Entry<String, String> setting : hadoop) {
        if (!setting.getValue().equals(settings.get(setting.getKey()))) {
          return false;
        }
        count++;
      }
      return count == settings.size() && loader == hadoop.getClassLoader();
    }
  }

  private final Deque<Sent> kept = new ArrayDeque<>(); // the last used is the first

  /** A copy of a configuration for the executors. */
  public synchronized HadoopConf send(SparkSession session, Configuration hadoop) {
    SparkContext context = session.sparkContext();
    kept.removeIf(sent -> sent.context() != context); // another application's
    Sent found = take(hadoop);
    if (found == null) {
      Map<String, String> settings = new HashMap<>();
      hadoop.forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
      found =
          new Sent(
              context, hadoop.getClassLoader(), settings, HadoopConf.broadcast(session, hadoop));
    }
    kept.addFirst(found);
    while (kept.size() > MOST_KEPT) {
      kept.removeLast(); // Spark takes it from the executors when no query needs it any more
    }
    return found.conf();
  }

  private Sent take(Configuration hadoop) {
    for (Iterator<Sent> all = kept.iterator(); all.hasNext(); ) {
      Sent sent = all.next();
      if (sent.isLike(hadoop)) {
        all.remove();
        return sent;
      }
    }
    return null;
  }
}
