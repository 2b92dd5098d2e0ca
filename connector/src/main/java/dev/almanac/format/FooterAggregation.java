package dev.almanac.format;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Aggregates of single files from the statistics in their footers. Where a footer does not have
 * them, or not exactly, the file's columns are read instead: the answer is right for every file.
 */
public interface FooterAggregation extends Serializable {

  /** One column per aggregate, in the order asked, named {@code count(*)}, {@code max(price)}. */
  StructType resultSchema();

  /**
   * The aggregates over one file; on the executors.
   *
   * @param file a whole file
   */
  Result aggregate(FileSlice file) throws IOException;

  /**
   * The aggregates over one file.
   *
   * @param rows how many rows the file has; of a file without rows, a query with groups gives none
   * @param values one for each aggregate
   */
  record Result(long rows, InternalRow values) {}
}
