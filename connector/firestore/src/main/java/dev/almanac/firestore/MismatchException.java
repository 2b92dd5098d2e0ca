package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import org.apache.spark.sql.types.DataType;

/** A value that its column cannot hold; its message is a part of a sentence. */
final class MismatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MismatchException(Value value, DataType type) {
    super(
        "is " + described(value) + ", and the column is " + type.catalogString(),
        null,
        false,
        false);
  }

  /** The kind of a value, and of a number the number: other values stay out of messages. */
  private static String described(Value value) {
    return switch (value.getValueTypeCase()) {
      case INTEGER_VALUE -> "the number " + value.getIntegerValue();
      case DOUBLE_VALUE -> "the number " + value.getDoubleValue();
      case GEO_POINT_VALUE -> "a geo point";
      case ARRAY_VALUE -> "an array";
      case MAP_VALUE -> Vectors.isVector(value) ? "a vector" : "a map";
      case BYTES_VALUE -> "bytes";
      default ->
          "a "
              + value.getValueTypeCase().name().toLowerCase(java.util.Locale.ROOT).split("_", 2)[0];
    };
  }
}
