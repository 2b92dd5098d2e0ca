package dev.almanac.spark;

import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Small changes to lists of columns. */
final class Columns {

  private Columns() {}

  /** All columns but the one of this exact name. */
  static StructType without(StructType columns, String name) {
    return new StructType(
        Arrays.stream(columns.fields())
            .filter(field -> !field.name().equals(name))
            .toArray(StructField[]::new));
  }
}
