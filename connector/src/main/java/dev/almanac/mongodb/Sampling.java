package dev.almanac.mongodb;

import com.mongodb.spark.sql.connector.config.ReadConfig;
import dev.almanac.store.LruCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the columns of collections by a sample of their documents, and remembers them. Bounded: the
 * collections that were asked for longest ago are forgotten first. Thread-safe.
 */
final class Sampling {

  private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

  private final LruCache<String, StructType> known;

  /** Remembers the columns of at most so many collections. */
  Sampling(int most) {
    this.known = new LruCache<>(most);
  }

  /** The columns; of a collection that has no document yet, its key. */
  StructType columns(OpenCollection collection) {
    String key = collection.info().toString();
    Optional<StructType> before = known.get(key);
    if (before.isPresent()) {
      return before.get();
    }
    Supplier<StructType> sample = () -> sampled(collection);
    StructType columns =
        collection.errors().translating("read the columns of " + collection.name(), sample);
    if (columns.isEmpty()) {
      return new StructType().add("_id", DataTypes.StringType); // not remembered: it will change
    }
    known.put(key, columns);
    return columns;
  }

  void forget(CollectionName collection) {
    known.remove(collection.toString());
  }

  private static StructType sampled(OpenCollection collection) {
    BsonInt32 size = new BsonInt32(collection.settings().sampleSize());
    try {
      return sample(collection, new BsonDocument("$sample", new BsonDocument("size", size)));
    } catch (RuntimeException e) {
      if (!MongoErrors.isLacking(e)) {
        throw e;
      }
      LOG.info(
          "The server of {} takes no samples: the first {} documents of {} give its columns",
          collection.settings().store(),
          size.getValue(),
          collection.name());
      LOG.debug("What the server answered", e);
      return sample(collection, new BsonDocument("$limit", size));
    }
  }

  private static StructType sample(OpenCollection collection, BsonDocument stage) {
    List<BsonDocument> stages = new ArrayList<>(collection.settings().pipeline());
    stages.add(stage);
    ReadConfig config = collection.readConfig(PartitionerName.SINGLE, List.of());
    InferredType type = new InferredType();
    config.doWithCollection(
        opened ->
            opened
                .aggregate(stages)
                .allowDiskUse(config.getAggregationAllowDiskUse())
                .comment(config.getComment())
                .forEach(type::add));
    return type.columns();
  }
}
