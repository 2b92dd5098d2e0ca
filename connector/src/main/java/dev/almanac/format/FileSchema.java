package dev.almanac.format;

import java.util.OptionalLong;
import org.apache.spark.sql.types.StructType;

/**
 * What one open of a file tells: its columns, and its number of rows where that comes free.
 *
 * @param columns the file's columns in the order of the file, all nullable
 * @param rows the number of rows, if the file's footer says so
 */
public record FileSchema(StructType columns, OptionalLong rows) {

  public FileSchema(StructType columns) {
    this(columns, OptionalLong.empty());
  }
}
