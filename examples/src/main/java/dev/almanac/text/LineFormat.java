package dev.almanac.text;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A format that writes each row by itself, so that a result of any size goes through little memory.
 * Rows become text inside Spark's tasks.
 */
public sealed interface LineFormat extends Serializable permits CsvLines, JsonLines, MarkdownLines {

  /** What stands before the first row, its line break included; it may be empty. */
  String opening(StructType schema);

  /** A row, without what separates it from the next. */
  String row(Row row);

  /** What stands between two rows. */
  default String separator() {
    return "\n";
  }

  /** What stands after the last row. */
  String closing(boolean any);
}
