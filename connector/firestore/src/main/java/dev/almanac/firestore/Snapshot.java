package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as it was loaded: all that reads it in one query reads the same.
 *
 * @param name as users know it
 * @param asOf the instant that the query named
 * @param readTime the instant that all requests read; empty for whatever is there
 */
record Snapshot(
    String name,
    CollectionPath collection,
    Connection connection,
    Sample sample,
    Optional<Instant> asOf,
    Optional<Instant> readTime,
    Settings settings) {

  StructType columns() {
    return sample.columns();
  }

  CollectionQuery query() {
    return new CollectionQuery(collection, connection);
  }

  Server server() {
    return new Server(connection, name);
  }

  FilterColumn.Finder finder() {
    return new FilterColumn.Finder(columns(), collection, connection);
  }

  /**
   * Refuses columns of types that no value of Firestore has.
   *
   * @throws AlmanacException INCOMPATIBLE_SCHEMA
   */
  void checkTypes() {
    for (StructField field : columns().fields()) {
      try {
        ValueReader.of(field, path -> path);
      } catch (UnsupportedOperationException e) {
        throw AlmanacException.of(
            Condition.INCOMPATIBLE_SCHEMA,
            "Cannot read "
                + name
                + ": no value of Firestore is of the type "
                + e.getMessage()
                + ", which the column "
                + field.name()
                + " has. The types are BOOLEAN, BIGINT and the smaller integers, DOUBLE, FLOAT,"
                + " DECIMAL, STRING, BINARY, TIMESTAMP, TIMESTAMP_NTZ, ARRAY, STRUCT, and MAP of"
                + " STRING.");
      }
    }
  }

  /** Whether it is the same table, which later documents of it do not change. */
  boolean sameTable(Snapshot other) {
    return name.equals(other.name)
        && collection.equals(other.collection)
        && connection.equals(other.connection)
        && columns().equals(other.columns())
        && asOf.equals(other.asOf)
        && settings.equals(other.settings);
  }

  /** Equal for snapshots of the {@linkplain #sameTable same table}. */
  int tableHash() {
    return Objects.hash(name, collection, asOf);
  }
}
