package dev.almanac.format.text;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.OpenedColumns;
import dev.almanac.schema.Fields;
import dev.almanac.spark.CsvText;
import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.RowProjection;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.Iterator;

/** Reads delimited files into rows. */
record CsvReader(
    CsvText csv,
    StructType tableSchema,
    StructType readSchema,
    OpenedColumns opened,
    HadoopConf hadoop)
    implements FileReader {

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
    return csv.multiLine() ? ofText(slice) : ofLines(slice);
  }

  private PartitionReader<InternalRow> ofText(FileSlice slice) throws IOException {
    BufferedInputStream text = TextFiles.open(slice, hadoop.value());
    try {
      CsvHead head = CsvHead.of(text, csv);
      CsvColumns columns = columns(slice, head);
      return rows(
          head.dialect()
              .rows(text, columns.file(), columns.parsed(), columns.returned(), head.firstRecord()),
          columns,
          text);
    } catch (RuntimeException | IOException e) {
      text.close();
      throw e;
    }
  }

  private PartitionReader<InternalRow> ofLines(FileSlice slice) throws IOException {
    CsvHead head;
    try (BufferedInputStream text = TextFiles.open(slice, hadoop.value())) {
      head = CsvHead.of(text, csv);
    }
    CsvColumns columns = columns(slice, head);
    Lines lines = Lines.open(slice, csv.lineSeparator(), hadoop.value());
    return rows(
        head.dialect()
            .rows(
                new LineStrings(lines, csv.charset()),
                slice.startsFile(),
                columns.file(),
                columns.parsed(),
                columns.returned()),
        columns,
        lines);
  }

  private CsvColumns columns(FileSlice slice, CsvHead head) {
    CsvColumns columns = CsvColumns.of(slice, head, csv, tableSchema, readSchema);
    if (head.dialect().header()) {
      opened.opened(slice.path(), Fields.named(head.names()));
    }
    return columns;
  }

  private PartitionReader<InternalRow> rows(
      Iterator<InternalRow> rows, CsvColumns columns, Closeable source) {
    RowProjection projection = new RowProjection(columns.returned(), readSchema);
    PartitionReader<InternalRow> reader = new IteratedRows(rows, source);
    return projection.isIdentity(columns.returned())
        ? reader
        : new ProjectedRows(reader, projection);
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
    throw new UnsupportedOperationException("delimited text is read by rows");
  }

  /** Rows of an iterator over an open file. */
  private static final class IteratedRows implements PartitionReader<InternalRow> {

    private final Iterator<InternalRow> rows;
    private final Closeable source;
    private InternalRow row; // set by next()

    IteratedRows(Iterator<InternalRow> rows, Closeable source) {
      this.rows = rows;
      this.source = source;
    }

    @Override
    public boolean next() {
      if (!rows.hasNext()) {
        return false;
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
      source.close();
    }
  }
}
