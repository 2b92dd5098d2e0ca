package dev.almanac.format.arrow;

import org.apache.arrow.vector.BitVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.Platform;

/** Booleans, a bit each. */
final class BitColumn extends MemoryColumn {

  private final long data;

  BitColumn(BitVector vector, DataType type) {
    super(vector, type);
    this.data = address(vector.getDataBuffer(), (vector.getValueCount() + 7L) / 8);
  }

  @Override
  public boolean getBoolean(int row) {
    return ((Platform.getByte(null, data + (row >> 3)) >> (row & 7)) & 1) != 0;
  }
}
