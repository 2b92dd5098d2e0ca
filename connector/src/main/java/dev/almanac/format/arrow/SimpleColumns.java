package dev.almanac.format.arrow;

import java.math.BigDecimal;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.apache.arrow.vector.ValueVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;

/** Columns of simple types, each with a function that gives the value of a row that is not null. */
final class SimpleColumns {

  private SimpleColumns() {}

  /** Whatever Spark holds in an integer: numbers, dates, timestamps, some intervals. */
  static final class OfIntegers extends VectorColumn {

    private final IntToLongFunction value;

    OfIntegers(ValueVector vector, DataType type, IntToLongFunction value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public byte getByte(int row) {
      return (byte) value.applyAsLong(row);
    }

    @Override
    public short getShort(int row) {
      return (short) value.applyAsLong(row);
    }

    @Override
    public int getInt(int row) {
      return (int) value.applyAsLong(row);
    }

    @Override
    public long getLong(int row) {
      return value.applyAsLong(row);
    }
  }

  /** Floating point numbers. */
  static final class OfFloats extends VectorColumn {

    private final IntToDoubleFunction value;

    OfFloats(ValueVector vector, DataType type, IntToDoubleFunction value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public float getFloat(int row) {
      return (float) value.applyAsDouble(row);
    }

    @Override
    public double getDouble(int row) {
      return value.applyAsDouble(row);
    }
  }

  /** Decimals. */
  static final class OfDecimals extends VectorColumn {

    private final IntFunction<BigDecimal> value;

    OfDecimals(ValueVector vector, DataType type, IntFunction<BigDecimal> value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
      return isNullAt(row) ? null : Decimal.apply(value.apply(row), precision, scale);
    }
  }

  /** Strings. */
  static final class OfStrings extends VectorColumn {

    private final IntFunction<UTF8String> value;

    OfStrings(ValueVector vector, DataType type, IntFunction<UTF8String> value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public UTF8String getUTF8String(int row) {
      return isNullAt(row) ? null : value.apply(row);
    }
  }

  /** Bytes. */
  static final class OfBinary extends VectorColumn {

    private final IntFunction<byte[]> value;

    OfBinary(ValueVector vector, DataType type, IntFunction<byte[]> value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public byte[] getBinary(int row) {
      return isNullAt(row) ? null : value.apply(row);
    }
  }

  /** Intervals of months, days and time. */
  static final class OfIntervals extends VectorColumn {

    private final IntFunction<CalendarInterval> value;

    OfIntervals(ValueVector vector, DataType type, IntFunction<CalendarInterval> value) {
      super(vector, type);
      this.value = value;
    }

    @Override
    public CalendarInterval getInterval(int row) {
      return isNullAt(row) ? null : value.apply(row);
    }
  }
}
