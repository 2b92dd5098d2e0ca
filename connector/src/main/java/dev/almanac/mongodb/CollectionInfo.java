package dev.almanac.mongodb;

import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * A collection as its database describes it.
 *
 * @param database its database
 * @param name its name there
 * @param kind whether it is a view or a time series
 * @param collated whether it compares texts by a language's rules unless told otherwise
 */
record CollectionInfo(String database, String name, Kind kind, boolean collated) {

  /** From a document of {@code listCollections}. */
  static CollectionInfo of(String database, BsonDocument listed) {
    return new CollectionInfo(
        database,
        listed.getString("name").getValue(),
        Kind.of(listed.getString("type", new BsonString("collection")).getValue()),
        listed.getDocument("options", new BsonDocument()).containsKey("collation"));
  }

  /** {@code shop.orders}. */
  @Override
  public String toString() {
    return database + "." + name;
  }
}
