package dev.almanac.format.arrow;

import dev.almanac.format.arrow.SimpleColumns.OfBinary;
import dev.almanac.format.arrow.SimpleColumns.OfDecimals;
import dev.almanac.format.arrow.SimpleColumns.OfFloats;
import dev.almanac.format.arrow.SimpleColumns.OfIntegers;
import dev.almanac.format.arrow.SimpleColumns.OfIntervals;
import dev.almanac.format.arrow.SimpleColumns.OfStrings;
import java.math.BigDecimal;
import java.util.function.IntToLongFunction;
import org.apache.arrow.memory.util.ArrowBufPointer;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.ElementAddressableVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.vectorized.ArrowColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;

/** Shows Arrow vectors of simple types as Spark columns, converting values where it must. */
final class SimpleVectors {

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private SimpleVectors() {}

  /** A vector as a column of a type. */
  static ColumnVector column(FieldVector vector, DataType type) {
    return switch (vector.getMinorType()) {
      case BIT -> new BitColumn((BitVector) vector, type);
      case TINYINT, SMALLINT, INT, BIGINT, UINT1, UINT2, UINT4 ->
          integers((BaseIntVector) vector, type);
      case UINT8 -> unsignedLongs((BaseIntVector) vector, type);
      case FLOAT2, FLOAT4, FLOAT8 -> floats((FloatingPointVector) vector, type);
      case DECIMAL -> new DecimalColumn((DecimalVector) vector, type);
      case DECIMAL256 -> new OfDecimals(vector, type, ((Decimal256Vector) vector)::getObject);
      case VARCHAR -> new TextColumn((VarCharVector) vector, type);
      case LARGEVARCHAR, VARBINARY, LARGEVARBINARY -> new ArrowColumnVector(vector);
      case VIEWVARCHAR -> viewedStrings((ElementAddressableVector) vector, type);
      case VIEWVARBINARY -> new OfBinary(vector, type, row -> (byte[]) vector.getObject(row));
      case FIXEDSIZEBINARY -> new OfBinary(vector, type, ((FixedSizeBinaryVector) vector)::get);
      case DATEDAY -> new FixedWidthColumn(vector, type, Integer.BYTES);
      case DATEMILLI -> {
        DateMilliVector dates = (DateMilliVector) vector;
        yield new OfIntegers(vector, type, row -> Math.floorDiv(dates.get(row), MILLIS_PER_DAY));
      }
      case TIMESEC, TIMEMILLI, TIMEMICRO, TIMENANO -> times(vector, type);
      case INTERVALYEAR -> new OfIntegers(vector, type, ((IntervalYearVector) vector)::get);
      case INTERVALDAY -> dayIntervals((IntervalDayVector) vector, type);
      case INTERVALMONTHDAYNANO -> intervals((IntervalMonthDayNanoVector) vector, type);
      case DURATION -> durations((DurationVector) vector, type);
      default -> timestamps((TimeStampVector) vector, type);
    };
  }

  /** Whether Spark holds the values of a vector as a column of this type in the same bytes. */
  private static boolean isShownAs(ValueVector vector, DataType type) {
    return switch (vector.getMinorType()) {
      case TINYINT -> type instanceof ByteType;
      case SMALLINT -> type instanceof ShortType;
      case INT -> type instanceof IntegerType;
      case BIGINT -> type instanceof LongType;
      case FLOAT4 -> type instanceof FloatType;
      case FLOAT8 -> type instanceof DoubleType;
      default -> false;
    };
  }

  private static ColumnVector integers(BaseIntVector vector, DataType type) {
    boolean unsigned32 = vector.getMinorType() == MinorType.UINT4;
    if (!unsigned32 && isShownAs(vector, type)) {
      return new FixedWidthColumn((FieldVector) vector, type, type.defaultSize());
    }
    IntToLongFunction value =
        unsigned32
            ? row -> Integer.toUnsignedLong((int) vector.getValueAsLong(row))
            : vector::getValueAsLong;
    if (type instanceof DecimalType) {
      return new OfDecimals(vector, type, row -> BigDecimal.valueOf(value.applyAsLong(row)));
    }
    return type instanceof DoubleType || type instanceof FloatType
        ? new OfFloats(vector, type, value::applyAsLong)
        : new OfIntegers(vector, type, value);
  }

  private static ColumnVector unsignedLongs(BaseIntVector vector, DataType type) {
    return new OfDecimals(
        vector, type, row -> new BigDecimal(Long.toUnsignedString(vector.getValueAsLong(row))));
  }

  private static ColumnVector floats(FloatingPointVector vector, DataType type) {
    return isShownAs(vector, type)
        ? new FixedWidthColumn((FieldVector) vector, type, type.defaultSize())
        : new OfFloats(vector, type, vector::getValueAsDouble);
  }

  private static ColumnVector viewedStrings(ElementAddressableVector vector, DataType type) {
    ArrowBufPointer bytes = new ArrowBufPointer(); // reused
    return new OfStrings(
        vector,
        type,
        row -> {
          vector.getDataPointer(row, bytes);
          return bytes.getLength() == 0
              ? UTF8String.EMPTY_UTF8
              : UTF8String.fromAddress(
                  null,
                  bytes.getBuf().memoryAddress() + bytes.getOffset(),
                  (int) bytes.getLength());
        });
  }

  private static ColumnVector timestamps(TimeStampVector vector, DataType type) {
    return switch (vector.getMinorType()) {
      case TIMESTAMPSEC, TIMESTAMPSECTZ ->
          new OfIntegers(
              vector, type, row -> Math.multiplyExact(vector.get(row), MICROS_PER_SECOND));
      case TIMESTAMPMILLI, TIMESTAMPMILLITZ ->
          new OfIntegers(
              vector, type, row -> Math.multiplyExact(vector.get(row), MICROS_PER_MILLI));
      case TIMESTAMPNANO, TIMESTAMPNANOTZ ->
          new OfIntegers(vector, type, row -> Math.floorDiv(vector.get(row), NANOS_PER_MICRO));
      default -> new FixedWidthColumn(vector, type, Long.BYTES);
    };
  }

  /** Spark counts nanoseconds of the day. */
  private static ColumnVector times(ValueVector vector, DataType type) {
    if (vector instanceof TimeSecVector times) {
      return new OfIntegers(vector, type, row -> times.get(row) * NANOS_PER_SECOND);
    }
    if (vector instanceof TimeMilliVector times) {
      return new OfIntegers(vector, type, row -> times.get(row) * NANOS_PER_MILLI);
    }
    if (vector instanceof TimeMicroVector times) {
      return new OfIntegers(vector, type, row -> times.get(row) * NANOS_PER_MICRO);
    }
    TimeNanoVector times = (TimeNanoVector) vector;
    return new OfIntegers(vector, type, row -> times.get(row) / NANOS_PER_MICRO * NANOS_PER_MICRO);
  }

  private static ColumnVector durations(DurationVector vector, DataType type) {
    return new OfIntegers(
        vector,
        type,
        row -> {
          long value = DurationVector.get(vector.getDataBuffer(), row);
          return switch (vector.getUnit()) {
            case SECOND -> Math.multiplyExact(value, MICROS_PER_SECOND);
            case MILLISECOND -> Math.multiplyExact(value, MICROS_PER_MILLI);
            case MICROSECOND -> value;
            case NANOSECOND -> Math.floorDiv(value, NANOS_PER_MICRO);
          };
        });
  }

  private static ColumnVector dayIntervals(IntervalDayVector vector, DataType type) {
    return new OfIntegers(
        vector,
        type,
        row -> {
          long days = IntervalDayVector.getDays(vector.getDataBuffer(), row);
          long millis = IntervalDayVector.getMilliseconds(vector.getDataBuffer(), row);
          return (days * MILLIS_PER_DAY + millis) * MICROS_PER_MILLI;
        });
  }

  private static ColumnVector intervals(IntervalMonthDayNanoVector vector, DataType type) {
    return new OfIntervals(
        vector,
        type,
        row ->
            new CalendarInterval(
                IntervalMonthDayNanoVector.getMonths(vector.getDataBuffer(), row),
                IntervalMonthDayNanoVector.getDays(vector.getDataBuffer(), row),
                Math.floorDiv(
                    IntervalMonthDayNanoVector.getNanoseconds(vector.getDataBuffer(), row),
                    NANOS_PER_MICRO)));
  }
}
