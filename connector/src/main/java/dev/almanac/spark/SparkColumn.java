package dev.almanac.spark;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column that answers as one of Spark's own vectors does, which stays its reader's to close.
 *
 * <p>Internal to Spark: {@link WritableColumnVector}.
 */
abstract class SparkColumn extends ColumnVector {

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

  @Override
  public boolean getBoolean(int row) {
    return vector.getBoolean(row);
  }

  @Override
  public byte getByte(int row) {
    return vector.getByte(row);
  }

  @Override
  public short getShort(int row) {
    return vector.getShort(row);
  }

  @Override
  public int getInt(int row) {
    return vector.getInt(row);
  }

  @Override
  public long getLong(int row) {
    return vector.getLong(row);
  }

  @Override
  public float getFloat(int row) {
    return vector.getFloat(row);
  }

  @Override
  public double getDouble(int row) {
    return vector.getDouble(row);
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    return vector.getDecimal(row, precision, scale);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return vector.getUTF8String(row);
  }

  @Override
  public byte[] getBinary(int row) {
    return vector.getBinary(row);
  }

  @Override
  public CalendarInterval getInterval(int row) {
    return vector.getInterval(row);
  }

  @Override
  public ColumnarArray getArray(int row) {
    return vector.getArray(row);
  }

  @Override
  public ColumnarMap getMap(int row) {
    return vector.getMap(row);
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return vector.getChild(ordinal);
  }
}
