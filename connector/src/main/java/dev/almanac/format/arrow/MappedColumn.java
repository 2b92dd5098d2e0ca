package dev.almanac.format.arrow;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.arrow.vector.ValueVector;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column whose rows point at values kept elsewhere: in a dictionary, or once per run. The values
 * are not its own, and stay open when it is closed.
 */
final class MappedColumn extends VectorColumn {

  private final IntUnaryOperator position;
  private final ColumnVector values;
  private final List<MappedColumn> fields; // none, unless of structs

  /**
   * @param vector tells which rows are null
   * @param position of the value of a row that is not null
   */
  MappedColumn(ValueVector vector, IntUnaryOperator position, ColumnVector values) {
    super(vector, values.dataType());
    this.position = position;
    this.values = values;
    this.fields =
        type instanceof StructType struct
            ? IntStream.range(0, struct.length())
                .mapToObj(i -> new MappedColumn(vector, position, values.getChild(i)))
                .toList()
            : List.of();
  }

  @Override
  public boolean hasNull() {
    return super.hasNull() || values.hasNull();
  }

  @Override
  public int numNulls() {
    int nulls = 0;
    for (int row = 0; row < vector.getValueCount(); row++) {
      if (isNullAt(row)) {
        nulls++;
      }
    }
    return nulls;
  }

  @Override
  public boolean isNullAt(int row) {
    return vector.isNull(row) || values.isNullAt(position.applyAsInt(row));
  }

  @Override
  public boolean getBoolean(int row) {
    return values.getBoolean(position.applyAsInt(row));
  }

  @Override
  public byte getByte(int row) {
    return values.getByte(position.applyAsInt(row));
  }

  @Override
  public short getShort(int row) {
    return values.getShort(position.applyAsInt(row));
  }

  @Override
  public int getInt(int row) {
    return values.getInt(position.applyAsInt(row));
  }

  @Override
  public long getLong(int row) {
    return values.getLong(position.applyAsInt(row));
  }

  @Override
  public float getFloat(int row) {
    return values.getFloat(position.applyAsInt(row));
  }

  @Override
  public double getDouble(int row) {
    return values.getDouble(position.applyAsInt(row));
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    return isNullAt(row) ? null : values.getDecimal(position.applyAsInt(row), precision, scale);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return isNullAt(row) ? null : values.getUTF8String(position.applyAsInt(row));
  }

  @Override
  public byte[] getBinary(int row) {
    return isNullAt(row) ? null : values.getBinary(position.applyAsInt(row));
  }

  @Override
  public CalendarInterval getInterval(int row) {
    return isNullAt(row) ? null : values.getInterval(position.applyAsInt(row));
  }

  @Override
  public ColumnarArray getArray(int row) {
    return isNullAt(row) ? null : values.getArray(position.applyAsInt(row));
  }

  @Override
  public ColumnarMap getMap(int row) {
    return isNullAt(row) ? null : values.getMap(position.applyAsInt(row));
  }

  /** Fields of structs point at the fields of the values, by the same positions. */
  @Override
  public ColumnVector getChild(int ordinal) {
    return fields.get(ordinal);
  }
}
