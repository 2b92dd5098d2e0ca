package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;

/**
 * Reads numbers, and none with another value than it has: a fraction is no BIGINT, and an integer
 * that a double would round is no DOUBLE.
 */
final class NumberReader {

  private NumberReader() {}

  static ValueReader of(DataType type) {
    if (type instanceof LongType) {
      return value -> whole(value, type, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type instanceof IntegerType) {
      return value -> (int) whole(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type instanceof ShortType) {
      return value -> (short) whole(value, type, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    if (type instanceof ByteType) {
      return value -> (byte) whole(value, type, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    if (type instanceof DoubleType) {
      return value -> floating(value, type);
    }
    if (type instanceof FloatType) {
      return value -> (float) floating(value, type);
    }
    if (type instanceof DecimalType decimal) {
      return value -> decimal(value, decimal);
    }
    throw new UnsupportedOperationException(type.catalogString());
  }

  private static long whole(Value value, DataType type, long least, long most) {
    if (value.hasIntegerValue()) {
      long number = value.getIntegerValue();
      if (number >= least && number <= most) {
        return number;
      }
    } else if (value.hasDoubleValue()) {
      double number = value.getDoubleValue();
      // 2^63, the first that is too large, is a double; the last long is none.
      boolean fits = number >= -0x1p63 && number < 0x1p63 && number == Math.rint(number);
      if (fits && (long) number >= least && (long) number <= most) {
        return (long) number;
      }
    }
    throw new MismatchException(value, type);
  }

  private static double floating(Value value, DataType type) {
    if (value.hasDoubleValue()) {
      return value.getDoubleValue();
    }
    long number = value.getIntegerValue();
    double converted = (double) number;
    boolean exact = converted < 0x1p63 && (long) converted == number;
    if (!value.hasIntegerValue() || !exact) {
      throw new MismatchException(value, type);
    }
    return converted;
  }

  private static Decimal decimal(Value value, DecimalType type) {
    return exact(value)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= type.scale())
        .map(number -> number.setScale(type.scale(), RoundingMode.UNNECESSARY))
        .filter(number -> number.precision() <= type.precision())
        .map(number -> Decimal.apply(number, type.precision(), type.scale()))
        .orElseThrow(() -> new MismatchException(value, type));
  }

  /** A double counts as the shortest decimal that is read as it. */
  private static Optional<BigDecimal> exact(Value value) {
    if (value.hasIntegerValue()) {
      return Optional.of(BigDecimal.valueOf(value.getIntegerValue()));
    }
    return value.hasDoubleValue() && Double.isFinite(value.getDoubleValue())
        ? Optional.of(BigDecimal.valueOf(value.getDoubleValue()))
        : Optional.empty();
  }
}
