package dev.almanac.folders;

import dev.almanac.format.FileSlice;
import dev.almanac.layout.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The columns of a table whose values are constant within a file: partition columns of the {@code
 * hive} scheme and the hidden columns.
 */
final class ConstantColumns {

  private final StructType columns;
  private final List<String> partitionNames;

  /**
   * @param partitions the partition columns, which {@code SELECT *} shows
   * @param table all columns that {@code SELECT *} shows
   */
  ConstantColumns(List<StructField> partitions, StructType table) {
    List<StructField> all = new ArrayList<>(partitions);
    all.addAll(HiddenColumn.beside(table));
    this.columns = new StructType(all.toArray(StructField[]::new));
    this.partitionNames = partitions.stream().map(StructField::name).toList();
  }

  StructType columns() {
    return columns;
  }

  boolean contains(String name) {
    return List.of(columns.fieldNames()).contains(name);
  }

  /**
   * The values for a slice of a file.
   *
   * @param wanted some of the columns, {@code _metadata} possibly with some of its fields
   */
  InternalRow values(StructType wanted, DataFile file, FileSlice slice) {
    Object[] values = new Object[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(wanted.apply(i), file, slice);
    }
    return new GenericInternalRow(values);
  }

  private Object value(StructField column, DataFile file, FileSlice slice) {
    String name = column.name();
    if (partitionNames.contains(name)) {
      return partitionValue(column, file);
    }
    if (name.equals(HiddenColumn.DATE.name())) {
      return file.day().<Object>map(day -> (int) day.toEpochDay()).orElse(null);
    }
    if (name.equals(HiddenColumn.HOUR.name())) {
      return file.hour().isPresent() ? file.hour().getAsInt() : null;
    }
    if (name.equals(HiddenColumn.FRAME.name())) {
      return file.frame().<Object>map(UTF8String::fromString).orElse(null);
    }
    StructType fields = (StructType) column.dataType();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = metadata(fields.apply(i).name(), slice);
    }
    return new GenericInternalRow(values);
  }

  private static Object partitionValue(StructField column, DataFile file) {
    Optional<String> text = Optional.ofNullable(file.values().get(column.name()));
    DataType type = column.dataType();
    if (type instanceof DateType) {
      return file.day().<Object>map(day -> (int) day.toEpochDay()).orElse(null);
    }
    if (type instanceof IntegerType) {
      return text.<Object>map(Integer::valueOf).orElse(null);
    }
    return text.<Object>map(UTF8String::fromString).orElse(null);
  }

  /** As Spark's own file sources fill them in: {@code FileFormat.BASE_METADATA_EXTRACTORS}. */
  private static Object metadata(String field, FileSlice slice) {
    return switch (field) {
      case HiddenColumn.FILE_PATH -> UTF8String.fromString(slice.path());
      case HiddenColumn.FILE_NAME -> UTF8String.fromString(encodedName(slice.path()));
      case HiddenColumn.FILE_SIZE -> slice.fileLength();
      case HiddenColumn.FILE_BLOCK_START -> slice.start();
      case HiddenColumn.FILE_BLOCK_LENGTH -> slice.length();
      case HiddenColumn.FILE_MODIFICATION_TIME -> slice.modifiedAt() * 1000;
      default -> throw new IllegalArgumentException("No field " + field + " in _metadata");
    };
  }

  private static String encodedName(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
