package dev.almanac.schema;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;

/**
 * Which simple types hold all values of which others, exactly:
 *
 * <ul>
 *   <li>{@code TINYINT} &lt; {@code SMALLINT} &lt; {@code INT} &lt; {@code BIGINT}
 *   <li>{@code FLOAT} &lt; {@code DOUBLE}; {@code INT} and narrower &lt; {@code DOUBLE}
 *   <li>a {@code DECIMAL} &lt; one with as many digits before and behind the point; integers &lt;
 *       one with enough digits before it
 *   <li>{@code VOID}, the type of nothing but nulls, &lt; any
 * </ul>
 */
public final class Widening {

  private static final List<DataType> INTEGERS =
      List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private Widening() {}

  /** Whether a column of one simple type can be read as another without changing a value. */
  public static boolean isSafe(DataType from, DataType to) {
    return from.equals(to)
        || from instanceof NullType
        || (from instanceof StringType && to instanceof StringType)
        || common(from, to).filter(to::equals).isPresent();
  }

  /** The narrowest simple type that holds all values of two, if there is one. */
  public static Optional<DataType> common(DataType a, DataType b) {
    if (a.equals(b) || b instanceof NullType) {
      return Optional.of(a);
    }
    if (a instanceof NullType) {
      return Optional.of(b);
    }
    if (INTEGERS.contains(a) && INTEGERS.contains(b)) {
      return Optional.of(INTEGERS.indexOf(a) > INTEGERS.indexOf(b) ? a : b);
    }
    if (isExactInDouble(a) && isExactInDouble(b)) {
      return Optional.of(DataTypes.DoubleType);
    }
    Optional<DecimalType> left = asDecimal(a);
    Optional<DecimalType> right = asDecimal(b);
    return left.isPresent() && right.isPresent()
        ? common(left.get(), right.get())
        : Optional.empty();
  }

  private static Optional<DataType> common(DecimalType a, DecimalType b) {
    int scale = Math.max(a.scale(), b.scale());
    int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    return whole + scale > DecimalType.MAX_PRECISION()
        ? Optional.empty()
        : Optional.of(DataTypes.createDecimalType(whole + scale, scale));
  }

  private static boolean isExactInDouble(DataType type) {
    return type.equals(DataTypes.FloatType)
        || type.equals(DataTypes.DoubleType)
        || (INTEGERS.contains(type) && !type.equals(DataTypes.LongType));
  }

  private static Optional<DecimalType> asDecimal(DataType type) {
    if (type instanceof DecimalType decimal) {
      return Optional.of(decimal);
    }
    int digits =
        type instanceof ByteType
            ? 3
            : type instanceof ShortType
                ? 5
                : type instanceof IntegerType ? 10 : type instanceof LongType ? 19 : 0;
    return digits == 0 ? Optional.empty() : Optional.of(DataTypes.createDecimalType(digits, 0));
  }
}
