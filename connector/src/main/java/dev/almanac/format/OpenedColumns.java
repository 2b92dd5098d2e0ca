package dev.almanac.format;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;

/**
 * Is told, on the executors, which columns the files have that readers open: they know without
 * another request.
 */
@FunctionalInterface
public interface OpenedColumns extends Serializable {

  /** Where nobody wants to know. */
  OpenedColumns IGNORED = (file, columns) -> {};

  /**
   * A file was opened. Of files that are alike, one may be enough.
   *
   * @param file its path
   * @param columns as far as the reader knows them: {@code VOID} where it knows the name only
   */
  void opened(String file, StructType columns);
}
