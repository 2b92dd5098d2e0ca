package dev.almanac.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/**
 * Makes rows.
 *
 * <p>Internal: {@link GenericInternalRow}. The only row that the public API can make is one of
 * external values.
 */
public final class Rows {

  private Rows() {}

  /** A row of these values, each as Spark holds values of its type; null for SQL's null. */
  public static InternalRow of(Object... values) {
    return new GenericInternalRow(values);
  }
}
