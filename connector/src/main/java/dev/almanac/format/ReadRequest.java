package dev.almanac.format;

import java.util.List;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/**
 * What to read from the files of one format in one scan.
 *
 * @param tableSchema all data columns of the table
 * @param readSchema the columns to return, in order: of the table, pruned, nested fields too
 * @param filters conditions on the table's columns that a reader may use to skip data; whoever asks
 *     evaluates them again
 * @param columnar whether {@link FileReader#batches} will be called, rather than {@link
 *     FileReader#rows}
 * @param opened is told the columns of the files that are opened
 */
public record ReadRequest(
    StructType tableSchema,
    StructType readSchema,
    List<Filter> filters,
    boolean columnar,
    OpenedColumns opened) {

  public ReadRequest {
    filters = List.copyOf(filters);
  }

  /** Of which nobody wants to know what columns the files have. */
  public ReadRequest(
      StructType tableSchema, StructType readSchema, List<Filter> filters, boolean columnar) {
    this(tableSchema, readSchema, filters, columnar, OpenedColumns.IGNORED);
  }
}
