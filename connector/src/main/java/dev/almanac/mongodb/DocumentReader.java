package dev.almanac.mongodb;

import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.bson.BsonDocument;

/** Reads the documents of a partition as rows. */
final class DocumentReader implements PartitionReader<InternalRow> {

  private final String name;
  private final DocumentCursor cursor;
  private final DocumentConverter converter;
  private final MongoErrors errors;
  private InternalRow row; // the current one, null before the first

  DocumentReader(
      String name, DocumentCursor cursor, DocumentConverter converter, MongoErrors errors) {
    this.name = name;
    this.cursor = cursor;
    this.converter = converter;
    this.errors = errors;
  }

  @Override
  public boolean next() {
    return errors.translating("read " + name, this::advance);
  }

  private boolean advance() {
    Optional<BsonDocument> document = cursor.next();
    while (document.isPresent()) {
      Optional<InternalRow> converted = converter.convert(document.get());
      if (converted.isPresent()) {
        row = converted.get();
        return true;
      }
      document = cursor.next();
    }
    return false;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
