package dev.almanac.format.text;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
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
record JsonReader(JsonText json, StructType parsed, StructType returned, HadoopConf hadoop)
    implements FileReader {

  static JsonReader of(
      JsonText json, StructType tableSchema, StructType readSchema, HadoopConf hadoop) {
    return new JsonReader(
        json,
        ParsedColumns.of(tableSchema, readSchema, json.corruptColumn(), json.dropsMalformed()),
        readSchema,
        hadoop);
  }

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
    PartitionReader<InternalRow> rows =
        json.multiLine()
            ? json.documents(parsed, TextFiles.open(slice, hadoop.value()), () -> wholeText(slice))
            : new LineRows(
                Lines.open(slice, json.lineSeparator(), hadoop.value()), json.lineParser(parsed));
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

  private static final class LineRows implements PartitionReader<InternalRow> {

    private final Lines lines;
    private final JsonText.LineParser parser;
    private Iterator<InternalRow> rows = Iterator$.MODULE$.empty(); // of the current line
    private InternalRow row; // set by next()

    LineRows(Lines lines, JsonText.LineParser parser) {
      this.lines = lines;
      this.parser = parser;
    }

    @Override
    public boolean next() throws IOException {
      while (!rows.hasNext()) {
        if (!lines.next()) {
          return false;
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
