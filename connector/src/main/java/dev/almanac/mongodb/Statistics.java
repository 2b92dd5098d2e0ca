package dev.almanac.mongodb;

import java.util.List;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/**
 * How large a collection is, as far as its server says.
 *
 * @param rows an estimate, good for planning only: it may count orphans, or miss what came since a
 *     crash
 * @param bytes of the documents, uncompressed
 */
record Statistics(OptionalLong rows, OptionalLong bytes) {

  static final Statistics UNKNOWN = new Statistics(OptionalLong.empty(), OptionalLong.empty());

  private static final List<BsonDocument> STAGES =
      List.of(BsonDocument.parse("{$collStats: {storageStats: {}}}"));

  /** Asks the server, which may refuse: then nothing is known, and nothing is lost. */
  static Statistics of(OpenCollection collection) {
    if (collection.info().kind() != Kind.COLLECTION
        || !collection.settings().pipeline().isEmpty()) {
      return UNKNOWN;
    }
    try {
      return collection
          .readConfig(PartitionerName.SINGLE, List.of())
          .withCollection(
              opened -> {
                long rows = 0;
                long bytes = 0;
                for (BsonDocument shard : opened.aggregate(STAGES)) {
                  BsonDocument stats = shard.getDocument("storageStats");
                  rows += number(stats.get("count"));
                  bytes += number(stats.get("size"));
                }
                return new Statistics(OptionalLong.of(rows), OptionalLong.of(bytes));
              });
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static long number(BsonValue value) {
    return (value == null ? new BsonInt64(0) : value.asNumber()).longValue();
  }
}
