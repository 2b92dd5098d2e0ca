package dev.almanac.schema;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds fields by name. */
public final class Fields {

  private Fields() {}

  /** The field of that name: spelled just so, or else, if case does not matter, the first alike. */
  public static Optional<StructField> find(StructType struct, String name, boolean caseSensitive) {
    StructField alike = null;
    for (StructField field : struct.fields()) {
      if (field.name().equals(name)) {
        return Optional.of(field);
      }
      if (alike == null && !caseSensitive && field.name().equalsIgnoreCase(name)) {
        alike = field;
      }
    }
    return Optional.ofNullable(alike);
  }

  /** Columns of which only the names are known. */
  public static StructType named(List<String> names) {
    return new StructType(
        names.stream()
            .map(name -> new StructField(name, DataTypes.NullType, true, Metadata.empty()))
            .toArray(StructField[]::new));
  }

  /** The path of a field inside a column, or of a column if the path is empty. */
  public static String path(String outer, String name) {
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
