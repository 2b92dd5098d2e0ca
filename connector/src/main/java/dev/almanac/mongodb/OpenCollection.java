package dev.almanac.mongodb;

import com.mongodb.spark.sql.connector.config.ReadConfig;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * A collection that is being read.
 *
 * @param settings its store's
 * @param info what its database says of it
 * @param name as users write it in SQL
 */
record OpenCollection(MongoSettings settings, CollectionInfo info, String name) {

  /** Stages that work on one document at a time, so that a collection may be divided for them. */
  private static final Set<String> OF_ONE_DOCUMENT =
      Set.of(
          "$match",
          "$project",
          "$addFields",
          "$set",
          "$unset",
          "$replaceRoot",
          "$replaceWith",
          "$unwind",
          "$redact",
          "$lookup");

  MongoErrors errors() {
    return MongoErrors.of(settings);
  }

  /** How to divide it; what cannot be divided is read as one. */
  PartitionerName partitioner() {
    boolean divisible =
        switch (info.kind()) {
          case COLLECTION -> true;
          case TIMESERIES -> settings.partitionerChosen();
          case VIEW -> false; // a view has no statistics to divide it by
        };
    boolean whole =
        settings.pipeline().stream().allMatch(stage -> OF_ONE_DOCUMENT.containsAll(stage.keySet()));
    return divisible && whole ? settings.partitioner() : PartitionerName.SINGLE;
  }

  ReadConfig readConfig(PartitionerName partitioner, List<BsonDocument> stages) {
    return settings.readConfig(info.database(), info.name(), partitioner, stages);
  }
}
