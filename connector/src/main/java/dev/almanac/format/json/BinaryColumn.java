package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataTypes;

/** Bytes. */
final class BinaryColumn extends Column {

  private byte[][] values = new byte[firstCapacity()][];

  BinaryColumn() {
    super(DataTypes.BinaryType);
  }

  void add(byte[] value) {
    int row = next();
    values[row] = value;
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    add(from.getBinary(ordinal));
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  public byte[] getBinary(int row) {
    return isNullAt(row) ? null : values[row];
  }
}
