package dev.almanac.spark;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.Iterator$;

/** Reads a text of JSON documents into rows. */
final class JsonDocumentReader implements PartitionReader<InternalRow> {

  private final JsonParser text;
  private final JsonDocuments documents;
  private final Function1<JsonDocuments, Iterator<InternalRow>> parser;
  private Iterator<InternalRow> rows = Iterator$.MODULE$.empty(); // of the current document
  private InternalRow row; // set by next()

  /**
   * @param parser takes the current document
   */
  JsonDocumentReader(JsonParser text, Function1<JsonDocuments, Iterator<InternalRow>> parser) {
    this.text = text;
    this.documents = new JsonDocuments(text);
    this.parser = parser;
  }

  @Override
  public boolean next() throws IOException {
    while (!rows.hasNext()) {
      if (!documents.next()) {
        return false;
      }
      rows = parser.apply(documents);
    }
    row = rows.next();
    return true;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
