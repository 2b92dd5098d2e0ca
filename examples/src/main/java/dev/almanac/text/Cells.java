package dev.almanac.text;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * The cells of a row as text: values without parts plainly, those with parts as JSON.
 *
 * @param nothing what stands for NULL
 */
public record Cells(Scalars scalars, JsonText json, String nothing) implements Serializable {

  public Cells(Scalars scalars, String nothing) {
    this(scalars, new JsonText(scalars.zone()), nothing);
  }

  String text(Row row, int column) {
    Object value = row.get(column);
    if (value == null) {
      return nothing;
    }
    DataType type = row.schema().apply(column).dataType();
    return isNested(type) || value instanceof VariantVal
        ? json.value(value, type)
        : scalars.text(value);
  }

  private static boolean isNested(DataType type) {
    return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
  }
}
