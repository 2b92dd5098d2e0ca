package dev.almanac.format.text;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Decides which columns of a text record are parsed. */
final class ParsedColumns {

  private ParsedColumns() {}

  /**
   * The columns to parse in order to return some: just those, unless whether a record is malformed
   * decides about what is returned. Then all columns of the table are, so that a query for fewer
   * columns does not find fewer malformed records.
   */
  static StructType of(
      StructType tableSchema, StructType readSchema, String corruptColumn, boolean dropsMalformed) {
    boolean returnsCorrupt = Arrays.asList(readSchema.fieldNames()).contains(corruptColumn);
    if (!returnsCorrupt && !dropsMalformed) {
      return readSchema;
    }
    // What is returned may have fewer nested fields than the table.
    Map<String, StructField> returned =
        Arrays.stream(readSchema.fields())
            .collect(Collectors.toMap(StructField::name, Function.identity()));
    return new StructType(
        Arrays.stream(tableSchema.fields())
            .filter(field -> returnsCorrupt || !field.name().equals(corruptColumn))
            .map(field -> returned.getOrDefault(field.name(), field))
            .toArray(StructField[]::new));
  }
}
