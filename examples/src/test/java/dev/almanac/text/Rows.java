package dev.almanac.text;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** Rows as Spark hands them out, without a Spark. */
final class Rows {

  private Rows() {}

  static Row of(StructType schema, Object... values) {
    return new GenericRowWithSchema(values, schema);
  }

  static Row of(String schema, Object... values) {
    return of(StructType.fromDDL(schema), values);
  }
}
