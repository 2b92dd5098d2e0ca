package dev.almanac.mongodb;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * A filter for the server.
 *
 * @param query what {@code $match} takes; it keeps at least the documents that Spark's filter keeps
 * @param exact whether it keeps only those, so that Spark need not look again
 */
record Pushed(BsonDocument query, boolean exact) {

  static Pushed exact(BsonDocument query) {
    return new Pushed(query, true);
  }

  static Pushed join(String operator, Pushed left, Pushed right) {
    BsonDocument both = new BsonDocument(operator, new BsonArray(List.of(left.query, right.query)));
    return new Pushed(both, left.exact && right.exact);
  }

  Pushed inexact() {
    return new Pushed(query, false);
  }
}
