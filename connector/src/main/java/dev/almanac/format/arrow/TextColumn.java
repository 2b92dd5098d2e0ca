package dev.almanac.format.arrow;

import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Strings, which stay where they are. */
final class TextColumn extends MemoryColumn {

  private final long offsets;
  private final long data;

  TextColumn(BaseVariableWidthVector vector, DataType type) {
    super(vector, type);
    int rows = vector.getValueCount();
    this.offsets = rows == 0 ? 0 : address(vector.getOffsetBuffer(), (rows + 1L) * Integer.BYTES);
    this.data = vector.getDataBuffer().memoryAddress();
    check(rows, vector.getDataBuffer().capacity());
  }

  private void check(int rows, long length) {
    int before = rows == 0 ? 0 : offset(0);
    boolean ascending = before >= 0;
    for (int row = 1; rows > 0 && row <= rows; row++) {
      int next = offset(row);
      ascending &= next >= before;
      before = next;
    }
    if (!ascending || before > length) {
      throw new IllegalStateException("damaged: strings are outside of their record batch");
    }
  }

  private int offset(int row) {
    return Platform.getInt(null, offsets + (long) Integer.BYTES * row);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    if (isNullAt(row)) {
      return null;
    }
    int start = offset(row);
    return UTF8String.fromAddress(null, data + start, offset(row + 1) - start);
  }
}
