package dev.almanac.format.footer;

import java.util.Optional;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;

/** Turns statistics into values of a column's type, where they are the values just so. */
final class StatisticValues {

  /** Before 1582-10-15, a day may be counted by either of two calendars. */
  private static final long FIRST_GREGORIAN_DAY = -141_427;

  private StatisticValues() {}

  /** A whole number. */
  static Optional<Object> integer(long value, DataType type) {
    if (type instanceof ByteType) {
      return value == (byte) value ? Optional.of((byte) value) : Optional.empty();
    }
    if (type instanceof ShortType) {
      return value == (short) value ? Optional.of((short) value) : Optional.empty();
    }
    if (type instanceof IntegerType) {
      return value == (int) value ? Optional.of((int) value) : Optional.empty();
    }
    if (type instanceof LongType) {
      return Optional.of(value);
    }
    // Exact in DOUBLE, and not 0, which would be read as 0.0 whatever its sign.
    return type instanceof DoubleType && value == (int) value
        ? Optional.of((double) value)
        : Optional.empty();
  }

  /** A floating point number. */
  static Optional<Object> floating(double value, DataType type) {
    // Of zero, statistics do not tell the sign; NaN they leave out.
    if (value == 0 || Double.isNaN(value)) {
      return Optional.empty();
    }
    if (type instanceof DoubleType) {
      return Optional.of(value);
    }
    return type instanceof FloatType && value == (float) value
        ? Optional.of((float) value)
        : Optional.empty();
  }

  /** A day, counted from 1970-01-01. */
  static Optional<Object> day(long value, DataType type) {
    return type instanceof DateType && value >= FIRST_GREGORIAN_DAY
        ? Optional.of((int) value)
        : Optional.empty();
  }

  static Optional<Object> bool(boolean value, DataType type) {
    return type instanceof BooleanType ? Optional.of(value) : Optional.empty();
  }
}
