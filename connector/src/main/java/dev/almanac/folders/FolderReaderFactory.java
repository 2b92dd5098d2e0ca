package dev.almanac.folders;

import dev.almanac.format.FileReader;
import dev.almanac.spark.ConstantVectors;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Makes the readers of a scan's tasks; it is sent to the executors.
 *
 * @param readers one for each format of the scan, by name
 * @param constants the columns that are constant within a file, which come after the data's
 * @param constantsFirst whether they come before it instead
 * @param columnar whether tasks give batches
 * @param limit the most rows that a task needs to give; {@link Long#MAX_VALUE} for all
 * @param tolerance what to do about files that cannot be read
 */
record FolderReaderFactory(
    Map<String, FileReader> readers,
    StructType constants,
    boolean constantsFirst,
    boolean columnar,
    long limit,
    Tolerance tolerance)
    implements PartitionReaderFactory {

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return columnar;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    JoinedRow joined = new JoinedRow();
    return new FolderPartitionReader<InternalRow>(
        (FolderPartition) partition,
        file -> readers.get(file.format()).rows(file.slice()),
        (file, row) -> {
          if (constants.isEmpty()) {
            return row;
          }
          return constantsFirst
              ? joined.apply(file.constants(), row)
              : joined.apply(row, file.constants());
        },
        row -> 1,
        limit,
        tolerance);
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    return new FolderPartitionReader<ColumnarBatch>(
        (FolderPartition) partition,
        file -> readers.get(file.format()).batches(file.slice()),
        (file, batch) ->
            constants.isEmpty()
                ? batch
                : ConstantVectors.append(batch, constants, file.constants()),
        ColumnarBatch::numRows,
        limit,
        tolerance);
  }
}
