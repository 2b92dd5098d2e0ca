package dev.almanac.format.text;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.OpenedColumns;
import dev.almanac.format.ReadRequest;
import dev.almanac.schema.Fields;
import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.JsonText;
import dev.almanac.spark.RowProjection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.Iterator;
import scala.collection.Iterator$;

/** Reads JSON files into rows. */
record JsonReader(
    JsonText json, StructType parsed, StructType returned, OpenedColumns opened, HadoopConf hadoop)
    implements FileReader {

  static JsonReader of(JsonText json, ReadRequest request, HadoopConf hadoop) {
    return new JsonReader(
        json,
        ParsedColumns.of(
            request.tableSchema(),
            request.readSchema(),
            json.corruptColumn(),
            json.dropsMalformed()),
        request.readSchema(),
        request.opened(),
        hadoop);
  }

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
    PartitionReader<InternalRow> rows =
        json.multiLine()
            ? json.documents(parsed, TextFiles.open(slice, hadoop.value()), () -> wholeText(slice))
            : new LineRows(slice, Lines.open(slice, json.lineSeparator(), hadoop.value()));
    RowProjection projection = new RowProjection(parsed, returned);
    return projection.isIdentity(parsed) ? rows : new ProjectedRows(rows, projection);
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
    throw new UnsupportedOperationException("JSON is read by rows");
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
    private final String path;
    private boolean first; // whether the next line is the file's first
    private Iterator<InternalRow> rows = Iterator$.MODULE$.empty(); // of the current line
    private InternalRow row; // set by next()

    LineRows(FileSlice slice, Lines lines) {
      this.lines = lines;
      this.parser = json.lineParser(parsed);
      this.path = slice.path();
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
          opened.opened(path, Fields.named(json.keys(lines.line())));
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
