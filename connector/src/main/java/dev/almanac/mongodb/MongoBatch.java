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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Divides a collection, by the official connector's partitioners, and reads the parts. */
final class MongoBatch implements Batch {

  private static final Logger LOG = LoggerFactory.getLogger(MongoBatch.class);

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
      Optional<List<MongoInputPartition>> whole = allowed().flatMap(WholeRange::of);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    return PartitionerHelper.SINGLE_PARTITIONER.generatePartitions(config);
  }

  /**
   * The parts; empty where the user may read the collection, but not what the partitioner asks for
   * (its statistics before all), or the server does not have that.
   */
  private Optional<List<MongoInputPartition>> allowed() {
    try {
      return Optional.of(config.getPartitioner().generatePartitions(config));
    } catch (RuntimeException e) {
      if (MongoErrors.isRefused(e)) {
        readAsOne("the user may not do what the partitioner {} needs: grant it collStats", e);
      } else if (MongoErrors.isLacking(e)) {
        readAsOne("the server cannot do what the partitioner {} needs: choose another", e);
      } else {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void readAsOne(String why, RuntimeException error) {
    LOG.warn(
        "{} in {} is read by one task: {}",
        collection.name(),
        collection.settings().store(),
        why.replace("{}", partitioner.text()));
    LOG.debug("What the server answered", error);
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
