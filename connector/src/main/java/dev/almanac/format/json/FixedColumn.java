package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.ShortType;

/**
 * Values that fit into a {@code long}: 0 and 1 for booleans, the bits of floating point numbers,
 * the unscaled value of decimals. One class for all, so that generated code calls just one.
 */
final class FixedColumn extends Column {

  /** Gets a value as this class keeps it. */
  private interface Bits {
    long of(SpecializedGetters from, int ordinal);
  }

  private final Bits bits;
  private long[] values = new long[firstCapacity()];

  FixedColumn(DataType type) {
    super(type);
    this.bits = bits(type);
  }

  private static Bits bits(DataType type) {
    if (type instanceof BooleanType) {
      return (from, ordinal) -> from.getBoolean(ordinal) ? 1 : 0;
    } else if (type instanceof ByteType) {
      return SpecializedGetters::getByte;
    } else if (type instanceof ShortType) {
      return SpecializedGetters::getShort;
    } else if (type instanceof IntegerType || type instanceof DateType) {
      return SpecializedGetters::getInt;
    } else if (type instanceof FloatType) {
      return (from, ordinal) -> Float.floatToRawIntBits(from.getFloat(ordinal));
    } else if (type instanceof DoubleType) {
      return (from, ordinal) -> Double.doubleToRawLongBits(from.getDouble(ordinal));
    } else if (type instanceof DecimalType decimal) {
      return (from, ordinal) ->
          from.getDecimal(ordinal, decimal.precision(), decimal.scale()).toUnscaledLong();
    }
    return SpecializedGetters::getLong;
  }

  void add(long value) {
    int row = next();
    values[row] = value;
  }

  /** Code for a column that should have no nulls does not look whether it has, and finds 0. */
  @Override
  void addNull() {
    super.addNull();
    values[size() - 1] = 0;
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    add(bits.of(from, ordinal));
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  public boolean getBoolean(int row) {
    return values[row] != 0;
  }

  @Override
  public byte getByte(int row) {
    return (byte) values[row];
  }

  @Override
  public short getShort(int row) {
    return (short) values[row];
  }

  @Override
  public int getInt(int row) {
    return (int) values[row];
  }

  @Override
  public long getLong(int row) {
    return values[row];
  }

  @Override
  public float getFloat(int row) {
    return Float.intBitsToFloat((int) values[row]);
  }

  @Override
  public double getDouble(int row) {
    return Double.longBitsToDouble(values[row]);
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    return isNullAt(row) ? null : Decimal.createUnsafe(values[row], precision, scale);
  }
}
