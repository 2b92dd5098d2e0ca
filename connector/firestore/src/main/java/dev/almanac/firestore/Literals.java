package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import com.google.protobuf.ByteString;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.TimestampType;

/** Values that the server compares as Spark does. */
final class Literals {

  /** Of longer values the server's indexes keep the start only. */
  private static final int INDEXED_BYTES = 1500;

  private Literals() {}

  /**
   * A literal as the server's value.
   *
   * @param type the column's, which must be the literal's too
   * @return empty for null, NaN, text too long to compare, and types that are not compared alike
   */
  static Optional<Value> of(Literal<?> literal, DataType type) {
    Object value = literal.value();
    if (value == null || !literal.dataType().equals(type)) {
      return Optional.empty();
    }
    Value.Builder builder = Value.newBuilder();
    if (type.equals(DataTypes.StringType)) {
      return text(value.toString());
    } else if (type instanceof LongType) {
      return Optional.of(builder.setIntegerValue((Long) value).build());
    } else if (type instanceof DoubleType && !((Double) value).isNaN()) {
      return Optional.of(builder.setDoubleValue((Double) value).build());
    } else if (type instanceof BooleanType) {
      return Optional.of(builder.setBooleanValue((Boolean) value).build());
    } else if (type instanceof TimestampType) {
      return Optional.of(builder.setTimestampValue(Timestamps.ofMicros((Long) value)).build());
    } else if (type instanceof BinaryType && ((byte[]) value).length < INDEXED_BYTES) {
      return Optional.of(builder.setBytesValue(ByteString.copyFrom((byte[]) value)).build());
    }
    return Optional.empty();
  }

  /** Text, unless it is too long to compare. */
  static Optional<Value> text(String text) {
    Value value = Value.newBuilder().setStringValue(text).build();
    return value.getStringValueBytes().size() < INDEXED_BYTES
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The least text that is greater than all that starts so; empty where there is none. */
  static Optional<String> after(String start) {
    int[] points = start.codePoints().toArray();
    for (int i = points.length - 1; i >= 0; i--) {
      if (points[i] < Character.MAX_CODE_POINT) {
        int next = points[i] + 1;
        points[i] = next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
        return Optional.of(new String(points, 0, i + 1));
      }
    }
    return Optional.empty();
  }
}
