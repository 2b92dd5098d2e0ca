package dev.almanac.schema;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The union of the columns of many files: those of the first file in its order, then what each next
 * file adds. All are nullable. Types are widened where that is safe, see {@link Widening}; those
 * that were inferred from text give way to others, see {@link TypeSources}. Any other difference is
 * an error that names the column, both types and both files.
 *
 * <p>Files are added one by one; not for several threads.
 */
public final class SchemaMerge {

  private final boolean caseSensitive;
  private StructType merged = new StructType();

  /** Where each column got its type, by the path of the column. */
  private final Map<String, String> origins = new LinkedHashMap<>();

  /** What is known of the types of simple columns, by the path of the column. */
  private final Map<String, TypeSources> sources = new HashMap<>();

  /**
   * Starts with nothing.
   *
   * @param caseSensitive whether names that differ in case only are different columns
   */
  public SchemaMerge(boolean caseSensitive) {
    this.caseSensitive = caseSensitive;
  }

  /**
   * Adds the columns of a file that declares their types.
   *
   * @param file its path, for errors
   */
  public SchemaMerge add(StructType columns, String file) {
    return add(columns, false, file);
  }

  /**
   * Adds the columns of a file.
   *
   * @param inferred whether their types were inferred from text
   * @param file its path, for errors
   */
  public SchemaMerge add(StructType columns, boolean inferred, String file) {
    merged = struct("", merged, Nullability.allNullable(columns), new Source(file, inferred));
    return this;
  }

  private record Source(String file, boolean inferred) {}

  /** The columns so far. */
  public StructType columns() {
    return merged;
  }

  private StructType struct(String path, StructType known, StructType added, Source from) {
    Map<String, StructField> fields = new LinkedHashMap<>();
    for (StructField field : known.fields()) {
      fields.put(key(field.name()), field);
    }
    for (StructField field : added.fields()) {
      String column = Fields.path(path, field.name());
      StructField before = fields.get(key(field.name()));
      if (before == null) {
        fields.put(key(field.name()), field);
        origins.putIfAbsent(key(column), from.file());
        note(column, field.dataType(), from);
      } else {
        DataType type = type(column, before.dataType(), field.dataType(), from);
        fields.put(
            key(field.name()), new StructField(before.name(), type, true, before.metadata()));
      }
    }
    List<StructField> result = new ArrayList<>(fields.values());
    return new StructType(result.toArray(StructField[]::new));
  }

  /** Takes note of the types of a column that is new, and of all that is inside of it. */
  private void note(String column, DataType type, Source from) {
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        note(Fields.path(column, field.name()), field.dataType(), from);
      }
    } else if (type instanceof ArrayType array) {
      note(Fields.path(column, "element"), array.elementType(), from);
    } else if (type instanceof MapType map) {
      note(Fields.path(column, "key"), map.keyType(), from);
      note(Fields.path(column, "value"), map.valueType(), from);
    } else {
      common(column, type, from);
    }
  }

  private Optional<DataType> common(String column, DataType added, Source from) {
    Optional<TypeSources> both =
        sources.getOrDefault(key(column), TypeSources.NONE).with(added, from.inferred());
    both.ifPresent(known -> sources.put(key(column), known));
    return both.flatMap(TypeSources::common);
  }

  private DataType type(String column, DataType known, DataType added, Source from) {
    if (known instanceof StructType a && added instanceof StructType b) {
      return struct(column, a, b, from);
    }
    if (known instanceof ArrayType a && added instanceof ArrayType b) {
      return new ArrayType(
          type(Fields.path(column, "element"), a.elementType(), b.elementType(), from), true);
    }
    if (known instanceof MapType a && added instanceof MapType b) {
      return new MapType(
          type(Fields.path(column, "key"), a.keyType(), b.keyType(), from),
          type(Fields.path(column, "value"), a.valueType(), b.valueType(), from),
          true);
    }
    Optional<DataType> common = simple(column, known, added, from);
    if (common.isEmpty()) {
      throw AlmanacException.of(
          Condition.INCOMPATIBLE_SCHEMA,
          "Cannot merge the schemas of the files: column %s is %s in %s, but %s in %s. Set merge-schema = false to read with the schema of the newest file, narrow the dates, or give the table a schema."
              .formatted(column, known.sql(), origin(column), added.sql(), from.file()));
    }
    if (!common.get().equals(known)) {
      origins.put(key(column), from.file());
    }
    return common.get();
  }

  private Optional<DataType> simple(String column, DataType known, DataType added, Source from) {
    if (added instanceof NullType) {
      return Optional.of(known);
    }
    if (known instanceof NullType) {
      note(column, added, from);
      return Optional.of(added);
    }
    return isNested(known) || isNested(added) ? Optional.empty() : common(column, added, from);
  }

  private static boolean isNested(DataType type) {
    return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
  }

  /** The file that gave a column its type: the nearest known, of it or what it is inside of. */
  private String origin(String column) {
    for (String path = column; ; path = path.substring(0, path.lastIndexOf('.'))) {
      String origin = origins.get(key(path));
      if (origin != null) {
        return origin;
      }
      if (path.lastIndexOf('.') < 0) {
        return "an earlier file";
      }
    }
  }

  private String key(String name) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }
}
