package dev.almanac.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.types.StructType;

/**
 * One file format: how to know the columns of a file, and how to read it.
 *
 * <p>All methods are called on the driver. Formats have no state; {@link Formats} holds them all.
 */
public interface DataFormat {

  /** The name that {@link Formats#named} knows the format by: {@code parquet}, {@code csv}, ... */
  String name();

  /**
   * Whether slices of a file can be read on their own. Compressed text, for one, cannot.
   *
   * @param path of the file; its last suffix tells the compression
   */
  boolean splittable(String path, FormatContext context);

  /** Whether the reader can give these columns as batches. */
  boolean columnar(StructType readSchema, FormatContext context);

  /** The columns of a file, by opening it once. */
  FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException;

  /** Whether files say the types of their columns, rather than that they are inferred from text. */
  default boolean declaresTypes() {
    return true;
  }

  /** A reader for any number of slices of any number of files, to be sent to the executors. */
  FileReader reader(ReadRequest request, FormatContext context);

  /** Whether {@link #aggregation} may give something: files have footers with statistics. */
  default boolean footerStatistics() {
    return false;
  }

  /**
   * Answers these aggregates from the files' footers, if it can: {@code count(*)}, {@code
   * count(column)}, {@code min} and {@code max} of types whose statistics are exact. The caller
   * makes sure that there are no filters on data columns.
   */
  default Optional<FooterAggregation> aggregation(
      List<AggregateFunc> functions, StructType tableSchema, FormatContext context) {
    return Optional.empty();
  }
}
