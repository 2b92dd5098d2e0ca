package dev.almanac.mongodb;

import com.mongodb.spark.sql.connector.config.ReadConfig;
import com.mongodb.spark.sql.connector.read.MongoInputPartition;
import com.mongodb.spark.sql.connector.read.partitioner.PartitionerHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.bson.BsonDocument;

/** Divides a collection, by the official connector's partitioners, and reads the parts. */
final class MongoBatch implements Batch {

  private final OpenCollection collection;
  private final ReadRequest request;
  private final PartitionerName partitioner;
  private final ReadConfig config;

  MongoBatch(OpenCollection collection, ReadRequest request, PartitionerName partitioner) {
    this.collection = collection;
    this.request = request;
    this.partitioner = partitioner;
    List<BsonDocument> stages = new ArrayList<>(collection.settings().pipeline());
    stages.addAll(request.match());
    this.config = collection.readConfig(partitioner, stages);
  }

  @Override
  public InputPartition[] planInputPartitions() {
    return collection
        .errors()
        .translating(
            "read " + collection.name(),
            () ->
                divided().stream()
                    .map(
                        part -> {
                          List<BsonDocument> stages = new ArrayList<>(part.getPipeline());
                          stages.addAll(request.rest());
                          return new MongoInputPartition(
                              part.getPartitionId(), stages, part.getPreferredLocations());
                        })
                    .toArray(InputPartition[]::new));
  }

  private List<MongoInputPartition> divided() {
    if (partitioner != PartitionerName.SINGLE) {
      List<MongoInputPartition> parts = config.getPartitioner().generatePartitions(config);
      Optional<List<MongoInputPartition>> whole = WholeRange.of(parts);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    return PartitionerHelper.SINGLE_PARTITIONER.generatePartitions(config);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new MongoReaderFactory(
        collection.name(),
        config,
        request.columns(),
        request.counts(),
        collection.settings().mode(),
        collection.errors());
  }
}
