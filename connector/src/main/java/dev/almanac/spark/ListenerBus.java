package dev.almanac.spark;

import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.SparkSession;

/**
 * Tells a session's listeners.
 *
 * <p>Internal to Spark: {@code SparkContext.listenerBus}, the only way to reach listeners that
 * applications register, and the one that Spark's own modules take.
 */
public final class ListenerBus {

  private ListenerBus() {}

  /** Queues an event for the application's listeners; does not wait for them. */
  public static void post(SparkSession session, SparkListenerEvent event) {
    session.sparkContext().listenerBus().post(event);
  }
}
