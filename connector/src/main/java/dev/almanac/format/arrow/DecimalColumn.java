package dev.almanac.format.arrow;

import org.apache.arrow.vector.DecimalVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.Platform;

/** Decimals of 128 bits; those that fit into a {@code long} without a {@code BigDecimal}. */
final class DecimalColumn extends MemoryColumn {

  private static final int MOST_LONG_DIGITS = 18; // as Decimal has it

  private static final long[] TENS = new long[MOST_LONG_DIGITS + 1];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1];
    }
  }

  private final DecimalVector decimals;
  private final long data;

  DecimalColumn(DecimalVector vector, DataType type) {
    super(vector, type);
    this.decimals = vector;
    this.data =
        address(vector.getDataBuffer(), (long) vector.getValueCount() * DecimalVector.TYPE_WIDTH);
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    if (isNullAt(row)) {
      return null;
    }
    if (precision <= MOST_LONG_DIGITS && scale == decimals.getScale()) {
      long at = data + (long) DecimalVector.TYPE_WIDTH * row;
      long low = Platform.getLong(null, at);
      boolean fits = low < TENS[precision] && low > -TENS[precision];
      if (fits && Platform.getLong(null, at + Long.BYTES) == low >> 63) {
        return Decimal.createUnsafe(low, precision, scale);
      }
    }
    return Decimal.apply(decimals.getObject(row), precision, scale);
  }
}
