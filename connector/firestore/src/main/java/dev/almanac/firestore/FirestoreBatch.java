package dev.almanac.firestore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Plans the tasks of a scan. Batches of the same request are equal. */
final class FirestoreBatch implements Batch {

  private final Snapshot snapshot;
  private final ScanRequest request;

  FirestoreBatch(Snapshot snapshot, ScanRequest request) {
    this.snapshot = snapshot;
    this.request = request;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    List<InputPartition> partitions = new ArrayList<>();
    String from = "";
    for (String cut : new Partitioning(snapshot, request).cuts()) {
      partitions.add(new DocumentRange(from, cut));
      from = cut;
    }
    partitions.add(new DocumentRange(from, ""));
    return partitions.toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new FirestoreReaderFactory(
        snapshot.name(),
        snapshot.collection(),
        snapshot.connection(),
        request.query(snapshot),
        request.order(),
        request.columns(),
        snapshot.columns(),
        request.aggregates().orElse(new PushedAggregates(List.of())),
        request.limit(),
        snapshot.settings().pageSize(),
        snapshot.settings().mismatchIsNull(),
        snapshot.readTime().orElse(FirestoreReaderFactory.NO_TIME));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirestoreBatch that
        && snapshot.equals(that.snapshot)
        && request.equals(that.request);
  }

  @Override
  public int hashCode() {
    return Objects.hash(snapshot, request);
  }
}
