package dev.almanac.mongodb;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * What is wanted of a collection.
 *
 * @param filters what the server filters by, all of which must hold
 * @param columns the columns to give; where it counts, the one that holds the number
 * @param limit how many documents at most, of each partition
 * @param counts whether only the number of documents is wanted
 */
record ReadRequest(List<BsonDocument> filters, StructType columns, long limit, boolean counts) {

  static final long NO_LIMIT = Long.MAX_VALUE;

  /** The filters as a stage, which the partitioners look at, too. */
  List<BsonDocument> match() {
    if (filters.isEmpty()) {
      return List.of();
    }
    BsonDocument query =
        filters.size() == 1 ? filters.get(0) : new BsonDocument("$and", new BsonArray(filters));
    return List.of(new BsonDocument("$match", query));
  }

  /** The stages after filters and a partition's bounds. */
  List<BsonDocument> rest() {
    List<BsonDocument> stages = new ArrayList<>();
    if (counts) {
      stages.add(new BsonDocument("$count", new BsonString(COUNT)));
      return stages;
    }
    if (limit != NO_LIMIT) {
      stages.add(new BsonDocument("$limit", new BsonInt64(limit)));
    }
    BsonDocument projection = projection();
    if (!projection.isEmpty()) {
      stages.add(new BsonDocument("$project", projection));
    }
    return stages;
  }

  /** The field of the answer that has the number. */
  static final String COUNT = "n";

  /** Only what is read; empty where the fields' names cannot be said to the server. */
  private BsonDocument projection() {
    BsonDocument projection = new BsonDocument();
    if (columns.isEmpty()) {
      return projection.append("_id", new BsonInt32(1)); // there must be something
    }
    if (!List.of(columns.fieldNames()).stream().allMatch(Names::isPlain)) {
      return projection;
    }
    for (String name : columns.fieldNames()) {
      projection.append(
          name, new BsonInt32(1)); // whole: servers differ in what is left of a struct
    }
    if (!List.of(columns.fieldNames()).contains("_id")) {
      projection.append("_id", new BsonInt32(0));
    }
    return projection;
  }
}
