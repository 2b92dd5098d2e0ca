package dev.almanac.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Batches of Parquet in which rows share the strings of a dictionary, however deep these are. */
final class DictionaryBatches implements PartitionReader<ColumnarBatch> {

  private final PartitionReader<ColumnarBatch> batches;
  private ColumnarBatch source; // the last one
  private ColumnarBatch shown; // its columns as they are given

  /**
   * @param batches of Spark's vectors; most often it gives one batch, refilled, again and again
   */
  DictionaryBatches(PartitionReader<ColumnarBatch> batches) {
    this.batches = batches;
  }

  @Override
  public boolean next() throws IOException {
    return batches.next();
  }

  @Override
  public ColumnarBatch get() {
    ColumnarBatch batch = batches.get();
    if (batch != source) {
      shown = new ColumnarBatch(columns(batch));
      source = batch;
    }
    for (int i = 0; i < shown.numCols(); i++) {
      refill(shown.column(i));
    }
    shown.setNumRows(batch.numRows());
    return shown;
  }

  @Override
  public void close() throws IOException {
    batches.close();
  }

  static void refill(ColumnVector column) {
    if (column instanceof SparkColumn ours) {
      ours.refill();
    }
  }

  private static ColumnVector[] columns(ColumnarBatch batch) {
    return IntStream.range(0, batch.numCols())
        .mapToObj(i -> column(batch.column(i)))
        .toArray(ColumnVector[]::new);
  }

  private static ColumnVector column(ColumnVector vector) {
    if (!(vector instanceof WritableColumnVector spark)) {
      return vector;
    }
    DataType type = vector.dataType();
    if (type instanceof StringType) {
      return new DictionaryStrings(spark);
    }
    List<ColumnVector> parts =
        IntStream.range(0, parts(type)).mapToObj(i -> column(vector.getChild(i))).toList();
    return parts.stream().anyMatch(SparkColumn.class::isInstance)
        ? new DictionaryParts(spark, parts)
        : vector;
  }

  private static int parts(DataType type) {
    if (type instanceof StructType struct) {
      return struct.length();
    }
    if (type instanceof MapType) {
      return 2;
    }
    return type instanceof ArrayType ? 1 : 0;
  }
}
