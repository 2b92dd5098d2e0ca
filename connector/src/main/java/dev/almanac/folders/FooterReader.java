package dev.almanac.folders;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FooterAggregation;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Gives one row for a file: its aggregates.
 *
 * @param grouped whether they are put together by groups, of which one without rows is none
 */
record FooterReader(FooterAggregation aggregation, boolean grouped) implements FileReader {

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) {
    return new PartitionReader<>() {
      private boolean given;
      private InternalRow row;

      @Override
      public boolean next() throws IOException {
        if (given) {
          return false;
        }
        given = true;
        FooterAggregation.Result result = slice.open(() -> aggregation.aggregate(slice));
        row = result.values();
        return result.rows() > 0 || !grouped;
      }

      @Override
      public InternalRow get() {
        return row;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
    throw new UnsupportedOperationException("Aggregates come as rows");
  }
}
