package dev.almanac.firestore;

import java.util.Arrays;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What a scan shows in Spark's UI. The classes are public and have no arguments because Spark makes
 * them anew, by name, when it draws a query.
 */
public abstract class ScanMetric extends CustomSumMetric {

  private final String name;
  private final String description;

  private ScanMetric(String name, String description) {
    this.name = name;
    this.description = description;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public String aggregateTaskMetrics(long[] values) {
    return String.format("%,d", Arrays.stream(values).sum());
  }

  static CustomMetric[] all() {
    return new CustomMetric[] {new Requests(), new Documents()};
  }

  /** The values of a task, in the order of {@link #all}. */
  static CustomTaskMetric[] values(long requests, long documents) {
    return new CustomTaskMetric[] {
      new Value(new Requests().name(), requests), new Value(new Documents().name(), documents)
    };
  }

  private record Value(String name, long value) implements CustomTaskMetric {}

  public static final class Requests extends ScanMetric {
    public Requests() {
      super("requests", "number of requests to Firestore");
    }
  }

  public static final class Documents extends ScanMetric {
    public Documents() {
      super("documentsRead", "number of documents read");
    }
  }
}
