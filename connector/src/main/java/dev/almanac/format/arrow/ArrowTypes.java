package dev.almanac.format.arrow;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.schema.Fields;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Which Spark type an Arrow column has. */
final class ArrowTypes {

  private static final int DECIMAL_OF_UINT64 = 20;

  private ArrowTypes() {}

  /**
   * The columns of a file.
   *
   * @param file for errors
   */
  static StructType columns(List<Field> fields, String file) {
    StructType columns = new StructType();
    for (Field field : fields) {
      columns = columns.add(field.getName(), type(field, field.getName(), file), true);
    }
    return columns;
  }

  /** Refuses columns of a type that the session does not have switched on. */
  static void checkTimes(List<Field> fields, String file, boolean timesEnabled) {
    for (Field field : fields) {
      if (!timesEnabled && ArrowTypes.storage(field.getType()) instanceof ArrowType.Time) {
        throw AlmanacException.of(
            Condition.UNSUPPORTED,
            "Cannot read column %s of %s: it is of type TIME, which Spark has switched off. Set spark.sql.timeType.enabled = true, or give the table a schema without that column."
                .formatted(field.getName(), file));
      }
      checkTimes(field.getChildren(), file, timesEnabled);
    }
  }

  /**
   * The Spark type of a column, or of what is inside it.
   *
   * @param path of the column, for errors
   */
  static DataType type(Field field, String path, String file) {
    ArrowType type = storage(field.getType());
    return switch (type.getTypeID()) {
      case Struct ->
          DataTypes.createStructType(
              field.getChildren().stream()
                  .map(
                      child ->
                          new StructField(
                              child.getName(),
                              type(child, Fields.path(path, child.getName()), file),
                              true,
                              org.apache.spark.sql.types.Metadata.empty()))
                  .toArray(StructField[]::new));
      case List, LargeList, FixedSizeList, ListView, LargeListView ->
          DataTypes.createArrayType(
              type(field.getChildren().get(0), Fields.path(path, "element"), file), true);
      case Map -> {
        List<Field> entry = field.getChildren().get(0).getChildren();
        yield DataTypes.createMapType(
            type(entry.get(0), Fields.path(path, "key"), file),
            type(entry.get(1), Fields.path(path, "value"), file),
            true);
      }
      case RunEndEncoded -> type(field.getChildren().get(1), path, file);
      default -> simple(type, path, file);
    };
  }

  private static DataType simple(ArrowType type, String path, String file) {
    return switch (type.getTypeID()) {
      case Null -> DataTypes.NullType;
      case Bool -> DataTypes.BooleanType;
      case Int -> integer((ArrowType.Int) type);
      case FloatingPoint ->
          ((ArrowType.FloatingPoint) type).getPrecision() == FloatingPointPrecision.DOUBLE
              ? DataTypes.DoubleType
              : DataTypes.FloatType;
      case Utf8, LargeUtf8, Utf8View -> DataTypes.StringType;
      case Binary, LargeBinary, BinaryView, FixedSizeBinary -> DataTypes.BinaryType;
      case Date -> DataTypes.DateType;
      case Timestamp ->
          ((ArrowType.Timestamp) type).getTimezone() == null
              ? DataTypes.TimestampNTZType
              : DataTypes.TimestampType;
      case Duration -> DataTypes.createDayTimeIntervalType();
      case Interval -> interval((ArrowType.Interval) type);
      case Decimal -> decimal((ArrowType.Decimal) type, path, file);
      case Time -> time(type, path, file);
      default -> throw unsupported(type, path, file);
    };
  }

  /** The narrowest type that holds the values; Spark has no unsigned ones. */
  private static DataType integer(ArrowType.Int type) {
    return switch (type.getBitWidth()) {
      case 8 -> type.getIsSigned() ? DataTypes.ByteType : DataTypes.ShortType;
      case 16 -> type.getIsSigned() ? DataTypes.ShortType : DataTypes.IntegerType;
      case 32 -> type.getIsSigned() ? DataTypes.IntegerType : DataTypes.LongType;
      default ->
          type.getIsSigned()
              ? DataTypes.LongType
              : DataTypes.createDecimalType(DECIMAL_OF_UINT64, 0);
    };
  }

  private static DataType interval(ArrowType.Interval type) {
    if (type.getUnit() == IntervalUnit.YEAR_MONTH) {
      return DataTypes.createYearMonthIntervalType();
    }
    return type.getUnit() == IntervalUnit.DAY_TIME
        ? DataTypes.createDayTimeIntervalType()
        : DataTypes.CalendarIntervalType;
  }

  private static DataType decimal(ArrowType.Decimal type, String path, String file) {
    boolean fits =
        type.getPrecision() <= DecimalType.MAX_PRECISION()
            && type.getScale() >= 0
            && type.getScale() <= type.getPrecision()
            && type.getBitWidth() >= 128; // Arrow's Java library has no vectors of narrower ones
    if (!fits) {
      throw unsupported(type, path, file);
    }
    return DataTypes.createDecimalType(type.getPrecision(), type.getScale());
  }

  /** Not before Spark 4.1, and then behind a setting; hence by name. */
  private static DataType time(ArrowType type, String path, String file) {
    try {
      return DataType.fromDDL("time(6)");
    } catch (RuntimeException e) { // of the parser of a Spark that does not know the type
      throw unsupported(type, path, file);
    }
  }

  /** What a vector is stored as, under the names that applications give to types. */
  static ArrowType storage(ArrowType type) {
    return type instanceof ArrowType.ExtensionType extension ? extension.storageType() : type;
  }

  private static RuntimeException unsupported(ArrowType type, String path, String file) {
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot read column %s of %s: Spark has no type for Arrow's %s. Give the table a schema without that column, or write the column as another type."
            .formatted(path, file, type));
  }
}
