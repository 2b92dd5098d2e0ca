package dev.almanac.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds what a file has and the table's schema lacks: what a query cannot see. */
public final class DroppedColumns {

  private DroppedColumns() {}

  /**
   * The paths of columns and nested fields that the file has and the table does not, in the order
   * of the file; of a column that is missing, just the column.
   */
  public static List<String> of(StructType file, StructType table, boolean caseSensitive) {
    List<String> dropped = new ArrayList<>();
    collect("", file, table, caseSensitive, dropped);
    return dropped;
  }

  private static void collect(
      String path, DataType file, DataType table, boolean caseSensitive, List<String> dropped) {
    if (file instanceof StructType fileStruct && table instanceof StructType tableStruct) {
      for (StructField field : fileStruct.fields()) {
        String column = Fields.path(path, field.name());
        Optional<StructField> known = Fields.find(tableStruct, field.name(), caseSensitive);
        if (known.isEmpty()) {
          dropped.add(column);
        } else {
          collect(column, field.dataType(), known.get().dataType(), caseSensitive, dropped);
        }
      }
    } else if (file instanceof ArrayType fileArray && table instanceof ArrayType tableArray) {
      collect(
          Fields.path(path, "element"),
          fileArray.elementType(),
          tableArray.elementType(),
          caseSensitive,
          dropped);
    } else if (file instanceof MapType fileMap && table instanceof MapType tableMap) {
      collect(
          Fields.path(path, "key"), fileMap.keyType(), tableMap.keyType(), caseSensitive, dropped);
      collect(
          Fields.path(path, "value"),
          fileMap.valueType(),
          tableMap.valueType(),
          caseSensitive,
          dropped);
    }
  }
}
