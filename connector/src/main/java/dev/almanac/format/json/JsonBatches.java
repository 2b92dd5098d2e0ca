package dev.almanac.format.json;

import dev.almanac.spark.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads JSON lines into batches, of some thousand rows or some tens of kilobytes of text at most;
 * of more text where lines are longer. Where a line cannot be read, the rows before it come first.
 */
public final class JsonBatches implements PartitionReader<ColumnarBatch> {

  private static final int MOST_ROWS = 4096;

  private final InputStream in;
  private final LineBlock lines;
  private final long lastStart;
  private final Texts texts = new Texts();
  private final StructColumn records;
  private final LineReader reader;
  private final ColumnarBatch batch;
  private final Consumer<Text> start;
  private boolean started;
  private boolean skipFirst;
  private int at; // the next line's place

  /**
   * Reads a text.
   *
   * @param in the text; closed with this
   * @param slice which of its lines
   * @param parsed the columns to parse, {@link JsonText#corruptColumn} among them if it is wanted;
   *     of types that {@link PlainTypes} can read
   * @param returned those to return, in their order
   * @param start takes the stream's first line, before it is read
   */
  public JsonBatches(
      InputStream in,
      LineSlice slice,
      JsonText json,
      StructType parsed,
      StructType returned,
      Consumer<Text> start) {
    this.start = start;
    this.in = in;
    this.lines = new LineBlock(in, slice.start(), slice.likelyLength());
    this.lastStart = slice.lastStart();
    this.skipFirst = slice.skipFirst();
    StructReader record = new Readers(json, texts).records(parsed);
    this.records = record.column();
    this.reader = new LineReader(record, () -> json.lineParser(parsed));
    this.batch =
        new ColumnarBatch(
            Arrays.stream(returned.fieldNames())
                .map(name -> records.getChild(parsed.fieldIndex(name)))
                .toArray(ColumnVector[]::new));
  }

  @Override
  public boolean next() throws IOException {
    records.clear();
    while (records.size() == 0) {
      if (at >= lines.end() && !fill()) {
        return false;
      }
      texts.start(lines.text());
      readLines();
    }
    batch.setNumRows(records.size());
    return true;
  }

  private boolean fill() throws IOException {
    if (lines.offset(at) > lastStart || !lines.fill(Math.min(at, lines.end()))) {
      return false;
    }
    at = 0;
    if (!started) {
      started = true;
      start.accept(firstLine());
    }
    if (skipFirst) {
      skipFirst = false;
      at = LineReader.endOfLine(lines.text(), 0);
    }
    return lines.offset(at) <= lastStart;
  }

  private Text firstLine() {
    Text line = new Text();
    line.set(lines.text(), 0, LineReader.lineEnd(lines.text(), 0));
    return line;
  }

  private void readLines() {
    byte[] text = lines.text();
    int end = lines.end();
    while (at < end && records.size() < MOST_ROWS) {
      if (lines.offset(at) > lastStart) {
        at = end;
        return;
      }
      try {
        at = reader.read(text, at);
      } catch (Exception e) { // Spark's are checked, but thrown unchecked
        if (records.size() == 0) {
          throw e;
        }
        return; // the same line again, in the next batch
      }
    }
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
