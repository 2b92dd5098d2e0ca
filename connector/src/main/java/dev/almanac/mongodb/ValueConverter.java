package dev.almanac.mongodb;

import dev.almanac.spark.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.bson.BsonBinary;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Turns BSON values into what Spark holds for a type, or says that they do not fit. */
@FunctionalInterface
interface ValueConverter {

  long MILLIS_OF_DAY = 86_400_000L;
  long MICROS_OF_MILLI = 1000L;

  /**
   * Converts a value that is neither null nor missing.
   *
   * @throws Misfit where the type cannot hold it without loss
   */
  Object convert(BsonValue value) throws Misfit;

  /** The converter for a type; with {@code lenient}, what does not fit inside it is null. */
  static ValueConverter of(DataType type, boolean lenient) {
    ValueConverter strict = strict(type, lenient);
    if (!lenient) {
      return value -> isNull(value) ? null : strict.convert(value);
    }
    return value -> {
      try {
        return isNull(value) ? null : strict.convert(value);
      } catch (Misfit e) {
        return null;
      }
    };
  }

  private static boolean isNull(BsonValue value) {
    return value == null
        || value.getBsonType() == BsonType.NULL
        || value.getBsonType() == BsonType.UNDEFINED;
  }

  private static ValueConverter strict(DataType type, boolean lenient) {
    if (type instanceof StringType) {
      return value -> UTF8String.fromString(Values.text(value));
    } else if (type instanceof LongType) {
      return value -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type instanceof IntegerType) {
      return value -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type instanceof ShortType) {
      return value -> (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
    } else if (type instanceof ByteType) {
      return value -> (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    } else if (type instanceof DoubleType) {
      return ValueConverter::floating;
    } else if (type instanceof FloatType) {
      return value -> (float) floating(value);
    } else if (type instanceof DecimalType decimal) {
      return value -> decimal(value, decimal);
    } else if (type instanceof BooleanType) {
      return value -> expect(value, BsonType.BOOLEAN, type).asBoolean().getValue();
    } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
      return value -> micros(value, type);
    } else if (type instanceof DateType) {
      return value -> Math.toIntExact(Math.floorDiv(micros(value, type), MILLIS_OF_DAY * 1000));
    } else if (type instanceof BinaryType) {
      return value -> bytes(value, type);
    } else if (type instanceof StructType struct) {
      return struct(struct, lenient);
    } else if (type instanceof ArrayType array) {
      return array(array, lenient);
    } else if (type instanceof MapType map && map.keyType() instanceof StringType) {
      return map(map, lenient);
    }
    return value -> {
      throw misfit(value, type);
    };
  }

  private static Misfit misfit(BsonValue value, DataType type) {
    return new Misfit(
        "", "is of type " + Values.name(value.getBsonType()) + ", which is no " + type.sql());
  }

  private static BsonValue expect(BsonValue value, BsonType wanted, DataType type) throws Misfit {
    if (value.getBsonType() != wanted) {
      throw misfit(value, type);
    }
    return value;
  }

  private static long whole(BsonValue value, long least, long most) throws Misfit {
    long number;
    try {
      number =
          switch (value.getBsonType()) {
            case INT32 -> value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE, DECIMAL128 -> exact(value).longValueExact();
            default -> throw new NumberFormatException();
          };
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Misfit(
          "", "is of type " + Values.name(value.getBsonType()) + " and no whole number");
    }
    if (number < least || number > most) {
      throw new Misfit("", "is beyond the column's " + least + " to " + most);
    }
    return number;
  }

  private static double floating(BsonValue value) throws Misfit {
    return switch (value.getBsonType()) {
      case INT32 -> value.asInt32().getValue();
      case INT64 -> (double) value.asInt64().getValue();
      case DOUBLE -> value.asDouble().getValue();
      case DECIMAL128 -> value.asDecimal128().doubleValue();
      default ->
          throw new Misfit(
              "", "is of type " + Values.name(value.getBsonType()) + ", which is no number");
    };
  }

  /** The number as it is; NumberFormatException for what is no finite number. */
  private static BigDecimal exact(BsonValue value) {
    return switch (value.getBsonType()) {
      case INT32, INT64 -> BigDecimal.valueOf(value.asNumber().longValue());
      case DOUBLE -> BigDecimal.valueOf(value.asDouble().getValue());
      case DECIMAL128 -> {
        Decimal128 decimal = value.asDecimal128().getValue();
        if (decimal.isNaN() || decimal.isInfinite()) {
          throw new NumberFormatException();
        }
        yield Values.number(decimal);
      }
      default -> throw new NumberFormatException();
    };
  }

  private static Decimal decimal(BsonValue value, DecimalType type) throws Misfit {
    try {
      BigDecimal number = exact(value);
      int whole = number.signum() == 0 ? 0 : number.precision() - number.scale();
      if (whole <= type.precision() - type.scale()) {
        BigDecimal scaled =
            number.signum() == 0
                ? BigDecimal.ZERO.setScale(type.scale())
                : number.stripTrailingZeros().setScale(type.scale());
        return Decimal.apply(scaled, type.precision(), type.scale());
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // said below
    }
    throw new Misfit(
        "",
        "is of type "
            + Values.name(value.getBsonType())
            + " and not a number that "
            + type.sql()
            + " holds exactly");
  }

  private static long micros(BsonValue value, DataType type) throws Misfit {
    try {
      return switch (value.getBsonType()) {
        case DATE_TIME -> Math.multiplyExact(value.asDateTime().getValue(), MICROS_OF_MILLI);
        case TIMESTAMP -> Integer.toUnsignedLong(value.asTimestamp().getTime()) * 1_000_000L;
        default -> throw misfit(value, type);
      };
    } catch (ArithmeticException e) {
      throw new Misfit("", "is a date beyond those that " + type.sql() + " holds");
    }
  }

  private static byte[] bytes(BsonValue value, DataType type) throws Misfit {
    if (value instanceof BsonBinary binary) {
      return binary.getData();
    } else if (value.getBsonType() == BsonType.OBJECT_ID) {
      return value.asObjectId().getValue().toByteArray();
    }
    throw misfit(value, type);
  }

  private static ValueConverter struct(StructType type, boolean lenient) {
    StructField[] fields = type.fields();
    ValueConverter[] converters = new ValueConverter[fields.length];
    for (int i = 0; i < fields.length; i++) {
      converters[i] = of(fields[i].dataType(), lenient);
    }
    return value -> {
      var document = expect(value, BsonType.DOCUMENT, type).asDocument();
      Object[] row = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        try {
          row[i] = converters[i].convert(document.get(fields[i].name()));
        } catch (Misfit e) {
          throw e.within(fields[i].name());
        }
      }
      return Rows.of(row);
    };
  }

  private static ValueConverter array(ArrayType type, boolean lenient) {
    ValueConverter element = of(type.elementType(), lenient);
    return value -> {
      List<BsonValue> values = expect(value, BsonType.ARRAY, type).asArray();
      Object[] array = new Object[values.size()];
      for (int i = 0; i < array.length; i++) {
        try {
          array[i] = element.convert(values.get(i));
        } catch (Misfit e) {
          throw e.within(String.valueOf(i));
        }
      }
      return Rows.array(array);
    };
  }

  private static ValueConverter map(MapType type, boolean lenient) {
    ValueConverter converter = of(type.valueType(), lenient);
    return value -> {
      List<Object> keys = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (var entry : expect(value, BsonType.DOCUMENT, type).asDocument().entrySet()) {
        try {
          keys.add(UTF8String.fromString(entry.getKey()));
          values.add(converter.convert(entry.getValue()));
        } catch (Misfit e) {
          throw e.within(entry.getKey());
        }
      }
      return Rows.map(keys.toArray(), values.toArray());
    };
  }
}
