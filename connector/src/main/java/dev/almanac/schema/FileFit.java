package dev.almanac.schema;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Tells whether a file can be read with a table's schema without changing a value. */
public final class FileFit {

  private FileFit() {}

  /**
   * A column, with the types it has.
   *
   * @param column the path of the column: names with dots, {@code element}, {@code key}, {@code
   *     value} for what is inside arrays and maps
   */
  public record Mismatch(String column, DataType file, DataType table) {

    /** For errors: both types, in SQL. */
    public String describe() {
      return "the table's column %s is %s, the file's is %s"
          .formatted(column, table.sql(), file.sql());
    }
  }

  /** The first column that does not fit. Columns that only one of the two has always do. */
  public static Optional<Mismatch> mismatch(
      StructType file, StructType table, boolean caseSensitive) {
    return mismatch(file, table, caseSensitive, Widening::isSafe);
  }

  /**
   * The first column that does not fit.
   *
   * @param fits whether a file's simple type can be read as the table's
   */
  public static Optional<Mismatch> mismatch(
      StructType file,
      StructType table,
      boolean caseSensitive,
      BiPredicate<DataType, DataType> fits) {
    return new Comparison(caseSensitive, fits).mismatch("", file, table);
  }

  private record Comparison(boolean caseSensitive, BiPredicate<DataType, DataType> fits) {

    Optional<Mismatch> mismatch(String path, DataType file, DataType table) {
      if (file instanceof StructType fileStruct && table instanceof StructType tableStruct) {
        for (StructField field : tableStruct.fields()) {
          Optional<StructField> inFile = Fields.find(fileStruct, field.name(), caseSensitive);
          Optional<Mismatch> mismatch =
              inFile.flatMap(
                  found ->
                      mismatch(
                          Fields.path(path, field.name()), found.dataType(), field.dataType()));
          if (mismatch.isPresent()) {
            return mismatch;
          }
        }
        return Optional.empty();
      }
      if (file instanceof ArrayType fileArray && table instanceof ArrayType tableArray) {
        return mismatch(
            Fields.path(path, "element"), fileArray.elementType(), tableArray.elementType());
      }
      if (file instanceof MapType fileMap && table instanceof MapType tableMap) {
        return mismatch(Fields.path(path, "key"), fileMap.keyType(), tableMap.keyType())
            .or(
                () ->
                    mismatch(
                        Fields.path(path, "value"), fileMap.valueType(), tableMap.valueType()));
      }
      return fits.test(file, table)
          ? Optional.empty()
          : Optional.of(new Mismatch(path, file, table));
    }
  }
}
