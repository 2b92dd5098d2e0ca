package dev.almanac.mongodb;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column that a filter is about, or a field in a struct.
 *
 * @param path as the server wants it: {@code address.city}
 * @param type its type
 * @param seen what values it stands for
 */
record FilterColumn(String path, DataType type, SeenTypes seen) {

  /** Empty where no such path can be written in a query, or the column is none. */
  static Optional<FilterColumn> of(NamedReference reference, StructType columns) {
    List<String> names = List.of(reference.fieldNames());
    StructType level = columns;
    StructField field = null;
    for (String name : names) {
      int index = level == null ? -1 : List.of(level.fieldNames()).indexOf(name);
      if (index < 0 || !Names.isPlain(name)) {
        return Optional.empty();
      }
      field = level.fields()[index];
      level = field.dataType() instanceof StructType struct ? struct : null;
    }
    return field == null
        ? Optional.empty()
        : Optional.of(
            new FilterColumn(String.join(".", names), field.dataType(), SeenTypes.of(field)));
  }
}
