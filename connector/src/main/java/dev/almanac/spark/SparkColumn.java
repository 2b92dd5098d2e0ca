package dev.almanac.spark;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;

/**
 * A column over one of Spark's own vectors, which stays its reader's to close.
 *
 * <p>Internal to Spark: {@link WritableColumnVector}.
 */
abstract class SparkColumn extends TypedColumn {

  final WritableColumnVector vector;

  SparkColumn(WritableColumnVector vector) {
    super(vector.dataType());
    this.vector = vector;
  }

  /** The vector has the values of another batch. */
  abstract void refill();

  @Override
  public void close() {
    vector.close();
  }

  @Override
  public void closeIfFreeable() {
    vector.closeIfFreeable();
  }

  @Override
  public boolean hasNull() {
    return vector.hasNull();
  }

  @Override
  public int numNulls() {
    return vector.numNulls();
  }

  @Override
  public boolean isNullAt(int row) {
    return vector.isNullAt(row);
  }
}
