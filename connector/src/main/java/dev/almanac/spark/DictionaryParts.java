package dev.almanac.spark;

import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;

/** A column of structs, arrays or maps with strings in them. */
final class DictionaryParts extends SparkColumn {

  private final List<ColumnVector> parts; // fields, elements, or keys and values

  DictionaryParts(WritableColumnVector vector, List<ColumnVector> parts) {
    super(vector);
    this.parts = parts;
  }

  @Override
  void refill() {
    parts.forEach(DictionaryBatches::refill);
  }

  @Override
  public ColumnarArray getArray(int row) {
    return isNullAt(row)
        ? null
        : new ColumnarArray(parts.get(0), vector.getArrayOffset(row), vector.getArrayLength(row));
  }

  @Override
  public ColumnarMap getMap(int row) {
    return isNullAt(row)
        ? null
        : new ColumnarMap(
            parts.get(0), parts.get(1), vector.getArrayOffset(row), vector.getArrayLength(row));
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return parts.get(ordinal);
  }
}
