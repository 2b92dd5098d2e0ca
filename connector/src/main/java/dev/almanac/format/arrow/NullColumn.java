package dev.almanac.format.arrow;

import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.NullVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A column of nothing but nulls, of any type and length. */
final class NullColumn extends VectorColumn {

  private final int rows;
  private final List<NullColumn> fields; // none, unless of structs

  NullColumn(DataType type, int rows) {
    super(new NullVector("null", rows), type);
    this.rows = rows;
    this.fields =
        type instanceof StructType struct
            ? Arrays.stream(struct.fields())
                .map(field -> new NullColumn(field.dataType(), rows))
                .toList()
            : List.of();
  }

  @Override
  public boolean hasNull() {
    return rows > 0;
  }

  @Override
  public int numNulls() {
    return rows;
  }

  @Override
  public boolean isNullAt(int row) {
    return true;
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return fields.get(ordinal);
  }
}
