package dev.almanac.schema;

import java.util.Arrays;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Makes every column nullable: what one file promises never to be null, another may lack. */
public final class Nullability {

  private Nullability() {}

  /** The same columns, nullable at every depth. */
  public static StructType allNullable(StructType columns) {
    return new StructType(
        Arrays.stream(columns.fields())
            .map(
                field ->
                    new StructField(
                        field.name(), relaxed(field.dataType()), true, field.metadata()))
            .toArray(StructField[]::new));
  }

  private static DataType relaxed(DataType type) {
    if (type instanceof StructType struct) {
      return allNullable(struct);
    }
    if (type instanceof ArrayType array) {
      return new ArrayType(relaxed(array.elementType()), true);
    }
    if (type instanceof MapType map) {
      return new MapType(relaxed(map.keyType()), relaxed(map.valueType()), true);
    }
    return type;
  }
}
