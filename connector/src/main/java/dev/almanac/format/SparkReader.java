package dev.almanac.format;

import dev.almanac.spark.SparkFileFormat;
import dev.almanac.spark.SparkFileReader;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads by one of Spark's own file formats. */
record SparkReader(SparkFileReader reader) implements FileReader {

  static SparkReader of(
      SparkFileFormat spark, String name, ReadRequest request, FormatContext context) {
    return new SparkReader(
        spark.reader(
            context.session(),
            request.tableSchema(),
            request.readSchema(),
            request.filters(),
            context.optionsOf(name),
            context.hadoop(),
            request.columnar()));
  }

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) {
    return open(slice);
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
    return open(slice);
  }

  private <T> PartitionReader<T> open(FileSlice slice) {
    return reader.open(
        slice.hadoopPath(), slice.start(), slice.length(), slice.fileLength(), slice.modifiedAt());
  }
}
