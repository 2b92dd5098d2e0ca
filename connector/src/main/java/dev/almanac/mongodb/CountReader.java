package dev.almanac.mongodb;

import dev.almanac.spark.Rows;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Gives one row: how many documents the server counted. */
final class CountReader implements PartitionReader<InternalRow> {

  private final String name;
  private final DocumentCursor cursor;
  private final MongoErrors errors;
  private boolean given;

  CountReader(String name, DocumentCursor cursor, MongoErrors errors) {
    this.name = name;
    this.cursor = cursor;
    this.errors = errors;
  }

  @Override
  public boolean next() {
    boolean first = !given;
    given = true;
    return first;
  }

  /** Of no documents the server gives no number. */
  @Override
  public InternalRow get() {
    return Rows.of(
        errors.translating(
            "count " + name,
            () ->
                cursor
                    .next()
                    .map(answer -> answer.getNumber(ReadRequest.COUNT).longValue())
                    .orElse(0L)));
  }

  @Override
  public void close() {
    cursor.close();
  }
}
