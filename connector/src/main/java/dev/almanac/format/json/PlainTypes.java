package dev.almanac.format.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
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

/** The types that have plain values here; the others are left to Spark's parser altogether. */
public final class PlainTypes {

  /** Fields with a default for files that lack them. */
  private static final String EXISTS_DEFAULT = "EXISTS_DEFAULT";

  private PlainTypes() {}

  /** Whether all columns are of such types, and have different names. */
  public static boolean canRead(StructType columns) {
    Set<String> names = new HashSet<>();
    return Arrays.stream(columns.fields())
        .allMatch(field -> names.add(field.name()) && canRead(field));
  }

  private static boolean canRead(StructField field) {
    return !field.metadata().contains(EXISTS_DEFAULT) && canRead(field.dataType());
  }

  private static boolean canRead(DataType type) {
    if (type instanceof StructType struct) {
      return canRead(struct);
    } else if (type instanceof ArrayType array) {
      return canRead(array.elementType());
    } else if (type instanceof MapType map) {
      return map.keyType() instanceof StringType && canRead(map.valueType());
    }
    return type instanceof StringType
        || type instanceof BinaryType
        || type instanceof BooleanType
        || isNumber(type)
        || isTime(type);
  }

  private static boolean isNumber(DataType type) {
    return type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType
        || type instanceof FloatType
        || type instanceof DoubleType
        || (type instanceof DecimalType decimal && decimal.scale() >= 0);
  }

  static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }
}
