package dev.almanac.spark;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/** Decides how to read a file, once its columns are known. */
@FunctionalInterface
public interface FileColumns extends Serializable {

  /**
   * The columns to ask the file for: as many as are to be returned, in the same order; a name that
   * the file does not have gives nulls. Throws an error if the file does not fit.
   *
   * @param file the columns of the file
   */
  StructType toRequest(StructType file, Path path);
}
