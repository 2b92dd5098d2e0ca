package dev.almanac.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;

/**
 * Makes values of nested types.
 *
 * <p>Internal: {@link GenericArrayData}, {@link ArrayBasedMapData}. The public API has the abstract
 * classes only.
 */
public final class Values {

  private Values() {}

  /** An array of these elements, each as Spark holds values of its type; null for SQL's null. */
  public static ArrayData array(Object... elements) {
    return new GenericArrayData(elements);
  }

  /** A map of these keys and, in the same order, values. */
  public static MapData map(List<?> keys, Object... values) {
    return new ArrayBasedMapData(array(keys.toArray()), array(values));
  }
}
