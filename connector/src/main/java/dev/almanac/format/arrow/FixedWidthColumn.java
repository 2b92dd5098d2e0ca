package dev.almanac.format.arrow;

import org.apache.arrow.vector.FieldVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.Platform;

/** Values that Arrow holds as Spark does: numbers, days, and microseconds. */
final class FixedWidthColumn extends MemoryColumn {

  private final long data;

  /**
   * @param width of a value in bytes
   */
  FixedWidthColumn(FieldVector vector, DataType type, int width) {
    super(vector, type);
    this.data = address(vector.getDataBuffer(), (long) vector.getValueCount() * width);
  }

  @Override
  public byte getByte(int row) {
    return Platform.getByte(null, data + row);
  }

  @Override
  public short getShort(int row) {
    return Platform.getShort(null, data + 2L * row);
  }

  @Override
  public int getInt(int row) {
    return Platform.getInt(null, data + 4L * row);
  }

  @Override
  public long getLong(int row) {
    return Platform.getLong(null, data + 8L * row);
  }

  @Override
  public float getFloat(int row) {
    return Platform.getFloat(null, data + 4L * row);
  }

  @Override
  public double getDouble(int row) {
    return Platform.getDouble(null, data + 8L * row);
  }
}
