package dev.almanac.format.json;

import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Arrays. */
final class ArrayColumn extends ListColumn {

  private final Column elements;

  ArrayColumn(ArrayType type, Column elements) {
    super(type);
    this.elements = elements;
  }

  @Override
  int elements() {
    return elements.size();
  }

  @Override
  void truncateElements(int count) {
    elements.truncate(count);
  }

  @Override
  void clear() {
    super.clear();
    elements.clear();
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    ArrayData array = from.getArray(ordinal);
    for (int i = 0; i < array.numElements(); i++) {
      elements.addNullable(array, i);
    }
    addFilled();
  }

  @Override
  public ColumnarArray getArray(int row) {
    return new ColumnarArray(elements, start(row), length(row));
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return elements;
  }
}
