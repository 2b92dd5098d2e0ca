package dev.almanac.format.arrow;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.OpenedColumns;
import dev.almanac.format.RowsOfBatches;
import dev.almanac.spark.HadoopConf;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads Arrow files and streams into batches, or into the rows of those. */
record ArrowReader(
    StructType columns, boolean caseSensitive, OpenedColumns opened, HadoopConf hadoop)
    implements FileReader {

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
    return new RowsOfBatches(batches(slice));
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) throws IOException {
    return IpcBatches.open(slice, columns, caseSensitive, opened, hadoop.value());
  }
}
