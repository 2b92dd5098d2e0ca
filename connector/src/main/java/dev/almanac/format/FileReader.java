package dev.almanac.format;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads slices of files of one format on the executors.
 *
 * <p>A reader gives exactly the columns of {@link ReadRequest#readSchema}, in that order and of
 * those types; a column that a file does not have is null. Rows and batches may be reused: they are
 * valid until the next call of {@code next}. Nothing is opened before the first call of {@code
 * next}.
 */
public interface FileReader extends Serializable {

  PartitionReader<InternalRow> rows(FileSlice slice) throws IOException;

  /** Only for requests that are {@link ReadRequest#columnar}. */
  PartitionReader<ColumnarBatch> batches(FileSlice slice) throws IOException;
}
