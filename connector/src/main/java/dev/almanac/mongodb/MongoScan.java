package dev.almanac.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonDocument;

/** A planned read of a collection. */
final class MongoScan implements Scan, SupportsReportStatistics {

  private final MongoTable table;
  private final ReadRequest request;
  private final PartitionerName partitioner;

  MongoScan(MongoTable table, ReadRequest request, PartitionerName partitioner) {
    this.table = table;
    this.request = request;
    this.partitioner = partitioner;
  }

  @Override
  public StructType readSchema() {
    return request.columns();
  }

  @Override
  public Batch toBatch() {
    return new MongoBatch(
        table.collection(), request, isOneBucket() ? PartitionerName.SINGLE : partitioner);
  }

  /** Whether the default partitioner would make one part of it: then it need not be asked. */
  private boolean isOneBucket() {
    if (partitioner != PartitionerName.AUTO_BUCKET) {
      return false;
    }
    OptionalLong bytes = table.statistics().bytes();
    return bytes.isPresent() && bytes.getAsLong() <= table.collection().settings().bucketBytes();
  }

  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return ColumnarSupportMode.UNSUPPORTED;
  }

  /** Of the whole collection: how many documents a filter keeps is not known. */
  @Override
  @SuppressWarnings("deprecation") // Table.schema: the columns as one type
  public org.apache.spark.sql.connector.read.Statistics estimateStatistics() {
    if (request.counts()) {
      return statistics(OptionalLong.of(Long.BYTES), OptionalLong.of(1));
    }
    Statistics all = table.statistics();
    double share =
        table.schema().isEmpty()
            ? 1
            : Math.min(1.0, (double) readSchema().defaultSize() / table.schema().defaultSize());
    OptionalLong rows = all.rows();
    double kept = 1;
    if (rows.isPresent() && request.limit() < rows.getAsLong()) {
      kept = (double) request.limit() / rows.getAsLong();
      rows = OptionalLong.of(request.limit());
    }
    double factor = share * kept;
    OptionalLong bytes =
        all.bytes().isPresent()
            ? OptionalLong.of((long) (all.bytes().getAsLong() * factor))
            : OptionalLong.empty();
    return statistics(bytes, request.filters().isEmpty() ? rows : OptionalLong.empty());
  }

  private static org.apache.spark.sql.connector.read.Statistics statistics(
      OptionalLong bytes, OptionalLong rows) {
    return new org.apache.spark.sql.connector.read.Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return bytes;
      }

      @Override
      public OptionalLong numRows() {
        return rows;
      }
    };
  }

  /** What {@code EXPLAIN} shows: the pipeline as the server gets it, but for partitions' bounds. */
  @Override
  public String description() {
    List<BsonDocument> stages = new ArrayList<>(table.collection().settings().pipeline());
    stages.addAll(request.match());
    stages.addAll(request.rest());
    String limit =
        request.limit() == ReadRequest.NO_LIMIT ? "" : ", PushedLimit: " + request.limit();
    return "(almanac) mongodb: "
        + table.collection().info()
        + ", pipeline: "
        + stages.stream().map(BsonDocument::toJson).collect(Collectors.joining(", ", "[", "]"))
        + ", partitioner: "
        + partitioner.text()
        + limit
        + (request.counts() ? ", PushedAggregation: [count(*)]" : "")
        + ", ReadSchema: "
        + request.columns().catalogString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MongoScan that
        && table.equals(that.table)
        && request.equals(that.request)
        && partitioner == that.partitioner;
  }

  @Override
  public int hashCode() {
    return request.hashCode();
  }
}
