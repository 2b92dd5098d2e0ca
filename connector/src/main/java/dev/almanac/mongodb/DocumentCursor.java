package dev.almanac.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import com.mongodb.spark.sql.connector.config.ReadConfig;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** The documents that a pipeline gives, asked for when the first one is wanted. */
final class DocumentCursor implements AutoCloseable {

  private final ReadConfig config;
  private final List<BsonDocument> stages;
  private MongoClient client; // null until the first document is wanted, and after the close
  private MongoCursor<BsonDocument> cursor; // likewise

  DocumentCursor(ReadConfig config, List<BsonDocument> stages) {
    this.config = config;
    this.stages = stages;
  }

  /** Empty after the last one. */
  Optional<BsonDocument> next() {
    if (cursor == null) {
      client = config.getMongoClient();
      cursor =
          client
              .getDatabase(config.getDatabaseName())
              .getCollection(config.getCollectionName(), BsonDocument.class)
              .aggregate(stages)
              .allowDiskUse(config.getAggregationAllowDiskUse())
              .comment(config.getComment())
              .cursor();
    }
    return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      if (cursor != null) {
        cursor.close();
      }
    } finally {
      cursor = null;
      if (client != null) {
        client.close(); // back to the official connector's cache
      }
      client = null;
    }
  }
}
