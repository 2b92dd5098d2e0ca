package dev.almanac.mongodb;

import com.mongodb.spark.sql.connector.read.MongoInputPartition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;

/**
 * Makes sure that every document is in one part. The partitioners bound parts with {@code $lt} and
 * {@code $gte}, which find values of the bound's own type only: documents whose key is of another
 * type, or missing, would be in none. So the first part gets what no other has, by asking for what
 * is not {@code $gte} its bound; and where the bounds themselves are of several types, the
 * collection is not divided.
 */
final class WholeRange {

  private WholeRange() {}

  /** The parts with the first one widened; empty where the collection must be read as one. */
  static Optional<List<MongoInputPartition>> of(List<MongoInputPartition> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return Optional.of(parts);
    }
    Set<String> types = new HashSet<>();
    List<MongoInputPartition> widened = new ArrayList<>();
    int open = 0;
    for (MongoInputPartition part : parts) {
      List<BsonDocument> stages = new ArrayList<>(part.getPipeline());
      int place = boundsAt(stages);
      if (place < 0) {
        return Optional.empty();
      }
      List<Bound> bounds = bounds(stages.get(place).getDocument("$match"));
      bounds.forEach(bound -> types.add(bound.operand()));
      if (bounds.size() == 1 && bounds.get(0).operator().equals("$lt")) {
        open++;
        stages.set(place, new BsonDocument("$match", bounds.get(0).orElse()));
      } else if (bounds.isEmpty()) {
        return Optional.empty();
      }
      widened.add(
          new MongoInputPartition(part.getPartitionId(), stages, part.getPreferredLocations()));
    }
    return types.size() == 1 && open == 1 ? Optional.of(widened) : Optional.empty();
  }

  /** The stage with the bounds is the first, or after the one that makes the key. */
  private static int boundsAt(List<BsonDocument> stages) {
    for (int i = 0; i < Math.min(2, stages.size()); i++) {
      if (stages.get(i).containsKey("$match")) {
        return i;
      }
    }
    return -1;
  }

  private record Bound(String field, String operator, BsonValue value) {

    /** What the server compares with each other. */
    String operand() {
      BsonType type = value.getBsonType();
      return value.isNumber() ? "number" : type == BsonType.SYMBOL ? "STRING" : type.name();
    }

    /** All that is below the bound, or cannot be compared with it. */
    BsonDocument orElse() {
      return new BsonDocument(field, new BsonDocument("$not", new BsonDocument("$gte", value)));
    }
  }

  /** From {@code {key: {$gte: a, $lt: b}}}, or {@code {$and: [..]}} of such. */
  private static List<Bound> bounds(BsonDocument match) {
    List<Bound> bounds = new ArrayList<>();
    match.forEach(
        (field, value) -> {
          if (field.equals("$and")) {
            BsonArray all = value.asArray();
            all.forEach(part -> bounds.addAll(bounds(part.asDocument())));
          } else {
            value
                .asDocument()
                .forEach((operator, bound) -> bounds.add(new Bound(field, operator, bound)));
          }
        });
    return bounds;
  }
}
