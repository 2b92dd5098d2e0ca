package dev.almanac.mongodb;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.bson.BsonType;

/**
 * The types of values that a column was seen to stand for: a filter on a column of texts may go to
 * the server only if the values there are texts, too.
 *
 * @param types none where the column was declared, or no value was seen
 */
record SeenTypes(Set<BsonType> types) {

  /** In a column's metadata. */
  static final String KEY = "almanac.bson";

  static SeenTypes of(StructField column) {
    Set<BsonType> types = EnumSet.noneOf(BsonType.class);
    if (column.metadata().contains(KEY)) {
      Arrays.stream(column.metadata().getString(KEY).split(",", -1))
          .filter(name -> !name.isEmpty())
          .map(BsonType::valueOf)
          .forEach(types::add);
    }
    return new SeenTypes(types);
  }

  /** Whether values were seen, and only of these types. */
  boolean only(BsonType... allowed) {
    return !types.isEmpty() && Set.of(allowed).containsAll(types);
  }

  boolean has(BsonType type) {
    return types.contains(type);
  }

  boolean unknown() {
    return types.isEmpty();
  }
}
