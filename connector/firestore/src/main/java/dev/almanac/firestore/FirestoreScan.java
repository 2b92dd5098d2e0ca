package dev.almanac.firestore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/** A planned read of a collection. */
final class FirestoreScan implements Scan, SupportsReportStatistics {

  private final Snapshot snapshot;
  private final ScanRequest request;

  FirestoreScan(Snapshot snapshot, ScanRequest request) {
    this.snapshot = snapshot;
    this.request = request;
  }

  @Override
  public StructType readSchema() {
    return request.columns();
  }

  @Override
  public Batch toBatch() {
    return new FirestoreBatch(snapshot, request);
  }

  /** Said here so that Spark need not plan the tasks to find out. */
  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return ColumnarSupportMode.UNSUPPORTED;
  }

  /** Of a collection that the sample held whole; of a larger one nothing is known for free. */
  @Override
  public Statistics estimateStatistics() {
    Sample sample = snapshot.sample();
    boolean known = sample.whole() && request.aggregates().isEmpty();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return known ? OptionalLong.of(sample.bytes()) : OptionalLong.empty();
      }

      @Override
      public OptionalLong numRows() {
        return known && request.filters().terms().isEmpty()
            ? OptionalLong.of(sample.documents())
            : OptionalLong.empty();
      }
    };
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return ScanMetric.all();
  }

  /** What {@code EXPLAIN} says. */
  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    parts.add("firestore: " + snapshot.connection().project());
    parts.add("database: " + snapshot.connection().database());
    parts.add("collection: " + snapshot.collection());
    snapshot.asOf().ifPresent(instant -> parts.add("as of: " + instant));
    parts.add("PushedFilters: " + request.filters().pushed());
    parts.add("PostFilters: " + request.filters().post());
    request.aggregates().ifPresent(pushed -> parts.add("PushedAggregation: [" + pushed + "]"));
    if (request.limit() != Long.MAX_VALUE) {
      parts.add("PushedLimit: " + request.limit());
    }
    if (request.aggregates().isEmpty()) {
      parts.add("Fields: " + request.fields(snapshot.columns()));
    }
    parts.add("Tasks: " + new Partitioning(snapshot, request).text());
    parts.add("ReadSchema: " + readSchema().catalogString());
    return "(almanac) " + String.join(", ", parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirestoreScan that
        && snapshot.equals(that.snapshot)
        && request.equals(that.request);
  }

  @Override
  public int hashCode() {
    return Objects.hash(snapshot, request);
  }
}
