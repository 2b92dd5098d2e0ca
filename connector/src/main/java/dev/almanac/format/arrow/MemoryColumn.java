package dev.almanac.format.arrow;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.Platform;

/**
 * A column of a common type, read straight from the memory of a vector: Arrow's own methods look
 * for each value whether it is inside. Here that is made sure of once for all rows, so that a
 * damaged file is an error, and never a look outside.
 */
abstract class MemoryColumn extends VectorColumn {

  private final boolean anyNull;
  private final long validity; // the address of a bit for each row, if any is null

  MemoryColumn(FieldVector vector, DataType type) {
    super(vector, type);
    this.anyNull = vector.getNullCount() > 0;
    this.validity =
        anyNull ? address(vector.getValidityBuffer(), (vector.getValueCount() + 7L) / 8) : 0;
  }

  /** Where a buffer is that holds so many bytes at least. */
  static long address(ArrowBuf buffer, long bytes) {
    if (buffer.capacity() < bytes) {
      throw new IllegalStateException("damaged: a buffer of a record batch is too short");
    }
    return buffer.memoryAddress();
  }

  @Override
  public final boolean hasNull() {
    return anyNull;
  }

  @Override
  public final boolean isNullAt(int row) {
    return anyNull && ((Platform.getByte(null, validity + (row >> 3)) >> (row & 7)) & 1) == 0;
  }
}
