package dev.almanac.format.arrow;

import dev.almanac.spark.TypedColumn;
import org.apache.arrow.vector.ValueVector;
import org.apache.spark.sql.types.DataType;

/** An Arrow vector shown as a Spark column. It converts values as they are asked for. */
abstract class VectorColumn extends TypedColumn {

  final ValueVector vector;

  VectorColumn(ValueVector vector, DataType type) {
    super(type);
    this.vector = vector;
  }

  @Override
  public void close() {
    vector.close();
  }

  @Override
  public boolean hasNull() {
    return vector.getNullCount() > 0;
  }

  @Override
  public int numNulls() {
    return vector.getNullCount();
  }

  @Override
  public boolean isNullAt(int row) {
    return vector.isNull(row);
  }
}
