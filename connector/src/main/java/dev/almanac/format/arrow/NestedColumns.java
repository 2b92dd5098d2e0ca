package dev.almanac.format.arrow;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.arrow.vector.ValueVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;

/** Columns of arrays, maps and structs. */
final class NestedColumns {

  private NestedColumns() {}

  /**
   * Where the elements of a row lie among all elements.
   *
   * @param start the first
   * @param length how many
   */
  record Elements(IntUnaryOperator start, IntUnaryOperator length) {}

  /** Arrays. */
  static final class OfArrays extends VectorColumn {

    private final Elements elements;
    private final ColumnVector values;

    OfArrays(ValueVector vector, DataType type, Elements elements, ColumnVector values) {
      super(vector, type);
      this.elements = elements;
      this.values = values;
    }

    @Override
    public ColumnarArray getArray(int row) {
      return isNullAt(row)
          ? null
          : new ColumnarArray(
              values, elements.start().applyAsInt(row), elements.length().applyAsInt(row));
    }
  }

  /** Maps. */
  static final class OfMaps extends VectorColumn {

    private final Elements elements;
    private final ColumnVector keys;
    private final ColumnVector values;

    OfMaps(
        ValueVector vector,
        DataType type,
        Elements elements,
        ColumnVector keys,
        ColumnVector values) {
      super(vector, type);
      this.elements = elements;
      this.keys = keys;
      this.values = values;
    }

    @Override
    public ColumnarMap getMap(int row) {
      return isNullAt(row)
          ? null
          : new ColumnarMap(
              keys, values, elements.start().applyAsInt(row), elements.length().applyAsInt(row));
    }
  }

  /** Structs. */
  static final class OfStructs extends VectorColumn {

    private final List<ColumnVector> fields;

    OfStructs(ValueVector vector, DataType type, List<ColumnVector> fields) {
      super(vector, type);
      this.fields = fields;
    }

    @Override
    public ColumnVector getChild(int ordinal) {
      return fields.get(ordinal);
    }
  }
}
