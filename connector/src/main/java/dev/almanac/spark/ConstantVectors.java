package dev.almanac.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Adds columns that are constant within a file to batches, at no cost per row.
 *
 * <p>Internal to Spark: {@code ConstantColumnVector}. The public {@code ColumnVector} could be
 * extended instead, but generated code is quicker on the class it knows.
 */
public final class ConstantVectors {

  private ConstantVectors() {}

  /**
   * A batch of the data's columns and the constants after them. It shares the data's vectors, and
   * is valid as long as they are.
   */
  public static ColumnarBatch append(ColumnarBatch data, StructType types, InternalRow constants) {
    int rows = data.numRows();
    ColumnVector[] vectors = new ColumnVector[data.numCols() + types.size()];
    for (int i = 0; i < data.numCols(); i++) {
      vectors[i] = data.column(i);
    }
    for (int i = 0; i < types.size(); i++) {
      vectors[data.numCols() + i] = vector(rows, types.apply(i).dataType(), constants, i);
    }
    return new ColumnarBatch(vectors, rows);
  }

  private static ConstantColumnVector vector(int rows, DataType type, InternalRow row, int i) {
    ConstantColumnVector vector = new ConstantColumnVector(rows, type);
    if (row.isNullAt(i)) {
      vector.setNull();
      return vector;
    }
    vector.setNotNull();
    if (type instanceof StructType struct) {
      InternalRow fields = row.getStruct(i, struct.size());
      for (int field = 0; field < struct.size(); field++) {
        vector.setChild(field, vector(rows, struct.apply(field).dataType(), fields, field));
      }
    } else if (type instanceof StringType) {
      vector.setUtf8String(row.getUTF8String(i));
    } else if (type instanceof IntegerType || type instanceof DateType) {
      vector.setInt(row.getInt(i));
    } else if (type instanceof LongType || type instanceof TimestampType) {
      vector.setLong(row.getLong(i));
    } else if (type instanceof BooleanType) {
      vector.setBoolean(row.getBoolean(i));
    } else {
      throw new IllegalArgumentException("No constant column can have the type " + type);
    }
    return vector;
  }
}
