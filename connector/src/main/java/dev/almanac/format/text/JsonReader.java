package dev.almanac.format.text;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.OpenedColumns;
import dev.almanac.format.ReadRequest;
import dev.almanac.format.RowsOfBatches;
import dev.almanac.format.json.JsonBatches;
import dev.almanac.format.json.LineSlice;
import dev.almanac.format.json.PlainTypes;
import dev.almanac.schema.Fields;
import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.JsonText;
import dev.almanac.spark.RowProjection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.Iterator;
import scala.collection.Iterator$;

/**
 * Reads JSON files.
 *
 * @param columnar whether lines are read into columns, rather than each by Spark's parser
 */
record JsonReader(
    JsonText json,
    boolean columnar,
    StructType parsed,
    StructType returned,
    OpenedColumns opened,
    HadoopConf hadoop)
    implements FileReader {

  /**
   * @param columnar whether to read lines into columns if the columns' types can be read so
   */
  static JsonReader of(JsonText json, boolean columnar, ReadRequest request, HadoopConf hadoop) {
    StructType parsed =
        ParsedColumns.of(
            request.tableSchema(),
            request.readSchema(),
            json.corruptColumn(),
            json.dropsMalformed());
    return new JsonReader(
        json,
        columnar && PlainTypes.canRead(parsed),
        parsed,
        request.readSchema(),
        request.opened(),
        hadoop);
  }

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
    if (columnar) {
      return new RowsOfBatches(batches(slice));
    }
    PartitionReader<InternalRow> rows =
        json.multiLine()
            ? json.documents(parsed, TextFiles.open(slice, hadoop.value()), () -> wholeText(slice))
            : new LineRows(slice, Lines.open(slice, json.lineSeparator(), hadoop.value()));
    RowProjection projection = new RowProjection(parsed, returned);
    return projection.isIdentity(parsed) ? rows : new ProjectedRows(rows, projection);
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) throws IOException {
    Consumer<Text> start = slice.startsFile() ? line -> report(slice, line) : line -> {};
    if (Compression.ofPath(slice.path()) != Compression.NONE) {
      return new JsonBatches(
          TextFiles.openUnbuffered(slice, hadoop.value()),
          LineSlice.all(slice.fileLength() * LIKELY_RATIO),
          json,
          parsed,
          returned,
          start);
    }
    TextFiles.Part part = TextFiles.openPart(slice, hadoop.value());
    return new JsonBatches(
        part.text(),
        LineSlice.of(part.start(), slice.startsFile(), slice.end()),
        json,
        parsed,
        returned,
        start);
  }

  private static final int LIKELY_RATIO = 4; // of compressed text

  /** Says what keys the first line of a file has. */
  private void report(FileSlice slice, Text firstLine) {
    try {
      opened.opened(slice.path(), Fields.named(json.keys(firstLine)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not of the file: the line is in memory
    }
  }

  private UTF8String wholeText(FileSlice slice) {
    try (InputStream text = TextFiles.open(slice, hadoop.value())) {
      return UTF8String.fromBytes(text.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class LineRows implements PartitionReader<InternalRow> {

    private final Lines lines;
    private final JsonText.LineParser parser;
    private final FileSlice slice;
    private boolean first; // whether the next line is the file's first
    private Iterator<InternalRow> rows = Iterator$.MODULE$.empty(); // of the current line
    private InternalRow row; // set by next()

    LineRows(FileSlice slice, Lines lines) {
      this.lines = lines;
      this.parser = json.lineParser(parsed);
      this.slice = slice;
      this.first = slice.startsFile();
    }

    @Override
    public boolean next() throws IOException {
      while (!rows.hasNext()) {
        if (!lines.next()) {
          return false;
        }
        if (first) {
          first = false;
          report(slice, lines.line());
        }
        rows = parser.parse(lines.line());
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
      lines.close();
    }
  }
}
