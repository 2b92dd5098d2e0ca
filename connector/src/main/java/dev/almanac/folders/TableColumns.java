package dev.almanac.folders;

import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PartitionColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's columns.
 *
 * @param data those of the files
 * @param partitions those of the folders' names; a file's column of the same name is not read
 * @param knownRows the number of rows of files that were opened to find the columns
 * @param ofOneFile whether one file decided, so that others may have columns that are not here
 */
record TableColumns(
    StructType data,
    List<StructField> partitions,
    Map<ListedFile, Long> knownRows,
    boolean ofOneFile) {

  /** Puts together the columns of files and of folders' names. */
  static TableColumns of(SchemaReader.Found files, List<PartitionColumn> partitions) {
    List<StructField> folders =
        partitions.stream()
            .map(column -> new StructField(column.name(), type(column), true, Metadata.empty()))
            .toList();
    List<StructField> data = new ArrayList<>();
    for (StructField field : files.columns().fields()) {
      if (folders.stream().noneMatch(folder -> folder.name().equalsIgnoreCase(field.name()))) {
        data.add(field);
      }
    }
    return new TableColumns(
        new StructType(data.toArray(StructField[]::new)),
        folders,
        Map.copyOf(files.rows()),
        files.ofOneFile());
  }

  private static DataType type(PartitionColumn column) {
    return switch (column.type()) {
      case DATE -> DataTypes.DateType;
      case INT -> DataTypes.IntegerType;
      case STRING -> DataTypes.StringType;
    };
  }

  /** All that {@code SELECT *} shows. */
  StructType table() {
    StructType all = data;
    for (StructField partition : partitions) {
      all = all.add(partition);
    }
    return all;
  }

  OptionalLong rows(ListedFile file) {
    Long rows = knownRows.get(file);
    return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
  }
}
