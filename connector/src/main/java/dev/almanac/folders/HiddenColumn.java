package dev.almanac.folders;

import java.util.List;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that every folder dataset has besides its files' own: {@code SELECT *} leaves them
 * out, a query that names them gets them. A column of the data with the same name wins.
 *
 * @param name as queries write it
 * @param dataType {@code _metadata} has the fields that Spark's own file sources give it
 */
record HiddenColumn(String name, DataType dataType, String comment) implements MetadataColumn {

  static final String FILE_PATH = "file_path";
  static final String FILE_NAME = "file_name";
  static final String FILE_SIZE = "file_size";
  static final String FILE_BLOCK_START = "file_block_start";
  static final String FILE_BLOCK_LENGTH = "file_block_length";
  static final String FILE_MODIFICATION_TIME = "file_modification_time";

  static final HiddenColumn DATE =
      new HiddenColumn(
          "_date", DataTypes.DateType, "The day of the folder that the row's file is in.");
  static final HiddenColumn HOUR =
      new HiddenColumn(
          "_hour", DataTypes.IntegerType, "The hour of the folder that the row's file is in.");
  static final HiddenColumn FRAME =
      new HiddenColumn(
          "_frame", DataTypes.StringType, "The frame that the row's file is in, such as as_at_1.");
  static final HiddenColumn METADATA =
      new HiddenColumn(
          "_metadata",
          new StructType()
              .add(FILE_PATH, DataTypes.StringType, false)
              .add(FILE_NAME, DataTypes.StringType, false)
              .add(FILE_SIZE, DataTypes.LongType, false)
              .add(FILE_BLOCK_START, DataTypes.LongType, false)
              .add(FILE_BLOCK_LENGTH, DataTypes.LongType, false)
              .add(FILE_MODIFICATION_TIME, DataTypes.TimestampType, false),
          "The row's file: its path, name, size and time of change.");

  static final List<HiddenColumn> ALL = List.of(DATE, HOUR, FRAME, METADATA);

  /** The hidden columns as fields, without those that the table has a column of. */
  static List<StructField> beside(StructType table) {
    List<String> names = List.of(table.fieldNames());
    return ALL.stream()
        .filter(column -> names.stream().noneMatch(column.name::equalsIgnoreCase))
        .map(column -> new StructField(column.name, column.dataType, true, Metadata.empty()))
        .toList();
  }
}
