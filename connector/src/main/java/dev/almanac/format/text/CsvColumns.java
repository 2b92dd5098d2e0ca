package dev.almanac.format.text;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.format.FileSlice;
import dev.almanac.spark.CsvText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How the columns of a table lie in one delimited file.
 *
 * @param file the columns of the file, in its order; under the table's names and types where the
 *     table has them
 * @param parsed those to parse
 * @param returned those, and the column for corrupt records if it is wanted
 */
record CsvColumns(StructType file, StructType parsed, StructType returned) {

  static CsvColumns of(
      FileSlice slice, CsvHead head, CsvText csv, StructType tableSchema, StructType readSchema) {
    List<StructField> table = new ArrayList<>(Arrays.asList(tableSchema.fields()));
    table.removeIf(field -> field.name().equals(csv.corruptColumn()));
    StructType file =
        head.dialect().header()
            ? byName(slice, head.names(), table, csv.caseSensitive())
            : new StructType(table.toArray(StructField[]::new));
    Set<String> wanted =
        new HashSet<>(
            Arrays.asList(
                ParsedColumns.of(tableSchema, readSchema, csv.corruptColumn(), csv.dropsMalformed())
                    .fieldNames()));
    StructType parsed = new StructType();
    for (StructField field : file.fields()) {
      if (wanted.contains(field.name())) {
        parsed = parsed.add(checked(field, slice));
      }
    }
    StructType returned = parsed;
    if (Arrays.asList(readSchema.fieldNames()).contains(csv.corruptColumn())) {
      returned = returned.add(readSchema.apply(csv.corruptColumn()));
    }
    return new CsvColumns(file, parsed, returned);
  }

  private static StructType byName(
      FileSlice slice, List<String> names, List<StructField> table, boolean caseSensitive) {
    Map<String, StructField> byName = new HashMap<>();
    table.forEach(field -> byName.put(key(field.name(), caseSensitive), field));
    StructType file = new StructType();
    int known = 0;
    for (int i = 0; i < names.size(); i++) {
      // Removed, so that a second column of that name is another.
      StructField field = byName.remove(key(names.get(i), caseSensitive));
      if (field != null) {
        known++;
      }
      file =
          file.add(
              field != null
                  ? field
                  : new StructField(UNKNOWN + i, DataTypes.StringType, true, NONE));
    }
    if (known == 0 && !names.isEmpty() && !table.isEmpty()) {
      throw AlmanacException.of(
          Condition.INCOMPATIBLE_SCHEMA,
          "Cannot read %s: none of the names in its first line (%s) is a column of the table (%s). If its first line is data, set csv.header = false for the store."
              .formatted(
                  slice.path(),
                  String.join(", ", names),
                  String.join(", ", table.stream().map(StructField::name).toList())));
    }
    return file;
  }

  private static String key(String name, boolean caseSensitive) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }

  private static StructField checked(StructField field, FileSlice slice) {
    DataType type = field.dataType();
    if (type instanceof StructType
        || type instanceof ArrayType
        || type instanceof MapType
        || type instanceof NullType) {
      throw AlmanacException.of(
          Condition.INCOMPATIBLE_SCHEMA,
          "Cannot read column %s of %s: the table has it as %s, which delimited text cannot hold."
              .formatted(field.name(), slice.path(), type.simpleString()));
    }
    return field;
  }

  /** Begins names that no column of a table has. */
  private static final String UNKNOWN = "\0";

  private static final org.apache.spark.sql.types.Metadata NONE =
      org.apache.spark.sql.types.Metadata.empty();
}
