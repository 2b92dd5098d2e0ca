package dev.almanac.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;

/**
 * Makes rows, arrays and maps.
 *
 * <p>Internal: {@link GenericInternalRow}, {@link GenericArrayData}, {@link ArrayBasedMapData}. The
 * only ones that the public API can make are of external values.
 */
public final class Rows {

  private Rows() {}

  /** A row of these values, each as Spark holds values of its type; null for SQL's null. */
  public static InternalRow of(Object... values) {
    return new GenericInternalRow(values);
  }

  /** An array of such values. */
  public static ArrayData array(Object... values) {
    return new GenericArrayData(values);
  }

  /** A map of such values, which belong together by their places. */
  public static MapData map(Object[] keys, Object[] values) {
    return new ArrayBasedMapData(new GenericArrayData(keys), new GenericArrayData(values));
  }
}
