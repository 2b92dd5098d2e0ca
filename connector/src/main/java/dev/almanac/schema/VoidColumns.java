package dev.almanac.schema;

import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Deals with columns of type {@code VOID}, which have no values in a file. */
public final class VoidColumns {

  /** Begins names that no file has. */
  private static final String HIDDEN = "\0void:";

  private VoidColumns() {}

  /**
   * The wanted columns, under names that the file does not have where its own are void: a reader
   * takes them for missing, and gives nulls of the wanted type.
   */
  public static StructType hide(StructType wanted, StructType file, boolean caseSensitive) {
    StructType result = new StructType();
    for (StructField field : wanted.fields()) {
      Optional<StructField> inFile = Fields.find(file, field.name(), caseSensitive);
      boolean isVoid =
          inFile.isPresent()
              && inFile.get().dataType() instanceof NullType
              && !(field.dataType() instanceof NullType);
      result =
          result.add(
              new StructField(
                  isVoid ? HIDDEN + field.name() : field.name(),
                  inFile.isPresent()
                      ? hide(field.dataType(), inFile.get().dataType(), caseSensitive)
                      : field.dataType(),
                  field.nullable(),
                  field.metadata()));
    }
    return result;
  }

  private static DataType hide(DataType wanted, DataType file, boolean caseSensitive) {
    if (wanted instanceof StructType w && file instanceof StructType f) {
      return hide(w, f, caseSensitive);
    }
    if (wanted instanceof ArrayType w && file instanceof ArrayType f) {
      return new ArrayType(hide(w.elementType(), f.elementType(), caseSensitive), w.containsNull());
    }
    if (wanted instanceof MapType w && file instanceof MapType f) {
      return new MapType(
          hide(w.keyType(), f.keyType(), caseSensitive),
          hide(w.valueType(), f.valueType(), caseSensitive),
          w.valueContainsNull());
    }
    return wanted;
  }
}
