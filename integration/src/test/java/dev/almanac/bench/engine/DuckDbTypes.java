package dev.almanac.bench.engine;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Spark's types in DuckDB's words. */
final class DuckDbTypes {

  private DuckDbTypes() {}

  /** The types of columns, as {@code read_json} takes them. */
  static String columns(StructType columns) {
    return Arrays.stream(columns.fields())
        .map(field -> "\"%s\": '%s'".formatted(field.name(), type(field.dataType())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String type(DataType type) {
    if (type instanceof ArrayType array) {
      return type(array.elementType()) + "[]";
    }
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields())
          .map(field -> "\"" + field.name() + "\" " + type(field.dataType()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    return type.sql().equals("STRING") ? "VARCHAR" : type.sql();
  }
}
