package dev.almanac.spark;

import org.apache.spark.scheduler.SparkListenerEvent;

/**
 * How far a listing on the driver has come that takes longer than a moment. It reaches what {@code
 * SparkContext.addSparkListener} was given, in {@code onOtherEvent}. The event log has none: the
 * history server would not know the class.
 *
 * @param dataset the name of what is listed, as users know it
 * @param folders how many are listed
 * @param expected how many there are to list, as far as it is known yet; never less than {@code
 *     folders}
 * @param files how many were found
 * @param millis since the listing began
 */
public record ListingEvent(String dataset, long folders, long expected, long files, long millis)
    implements SparkListenerEvent {

  @Override
  public boolean logEvent() {
    return false;
  }
}
