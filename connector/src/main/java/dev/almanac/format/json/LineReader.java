package dev.almanac.format.json;

import dev.almanac.spark.JsonText.LineParser;
import java.util.function.Supplier;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.collection.Iterator;

/** Reads lines into a batch's columns: itself if they are plain, else by Spark's parser. */
final class LineReader {

  private final StructReader record;
  private final Supplier<LineParser> makeParser;
  private LineParser parser; // made when it is first needed
  private final Text odd = new Text();

  LineReader(StructReader record, Supplier<LineParser> parser) {
    this.record = record;
    this.makeParser = parser;
  }

  /**
   * Adds the records of a line, of which there mostly is one.
   *
   * @return the place after the line
   */
  int read(byte[] text, int start) {
    int at = Plain.skipSpace(text, start);
    if (text[at] == '{') {
      int rows = record.column().size();
      at = record.read(text, at);
      if (at >= 0) {
        return endOfLine(text, at); // Spark's parser does not mind what comes after the record
      }
      record.column().truncate(rows);
    }
    int end = lineEnd(text, start);
    odd.set(text, start, end - start);
    readOdd();
    return endOfLine(text, end);
  }

  private void readOdd() {
    if (parser == null) {
      parser = makeParser.get();
    }
    int rows = record.column().size();
    try {
      Iterator<InternalRow> found = parser.parse(odd);
      while (found.hasNext()) {
        record.column().add(found.next());
      }
    } catch (Exception e) { // Spark's are checked, but thrown unchecked
      record.column().truncate(rows);
      throw e;
    }
  }

  /** The place of the line's end. */
  static int lineEnd(byte[] text, int start) {
    int at = start;
    while (text[at] != '\n' && text[at] != '\r') {
      at++;
    }
    return at;
  }

  /** The place after the line that a place is in. */
  static int endOfLine(byte[] text, int start) {
    int at = lineEnd(text, start);
    return text[at] == '\r' && text[at + 1] == '\n' ? at + 2 : at + 1;
  }
}
