package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import com.google.firestore.v1.Value.ValueTypeCase;
import dev.almanac.spark.Rows;
import dev.almanac.spark.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes Spark's values of a column from Firestore's. */
interface ValueReader {

  /**
   * Reads a value that is not null.
   *
   * @return as Spark holds values of the column's type
   * @throws MismatchException where the column cannot hold it
   */
  Object read(Value value);

  /** Reads a value, and null for one that is null or not there. */
  default Object readNullable(Value value) {
    return value.hasNullValue() || value.getValueTypeCase() == ValueTypeCase.VALUETYPE_NOT_SET
        ? null
        : read(value);
  }

  /**
   * The reader for a column.
   *
   * @param paths makes a reference's path of a document's full name
   * @throws UnsupportedOperationException for a type that no value of Firestore has; the message is
   *     the type's name
   */
  static ValueReader of(StructField column, UnaryOperator<String> paths) {
    DataType type = column.dataType();
    if (type instanceof ArrayType) {
      return array(of(Columns.element(column), paths), type);
    }
    if (type instanceof StructType struct) {
      return Columns.isGeoPoint(type) ? point(struct, paths) : struct(struct, paths);
    }
    if (type instanceof MapType map && map.keyType() instanceof StringType) {
      return map(
          of(new StructField(column.name(), map.valueType(), true, Metadata.empty()), paths), type);
    }
    if (type instanceof StringType) {
      return text(column, paths);
    }
    if (type instanceof BooleanType) {
      return checked(ValueTypeCase.BOOLEAN_VALUE, type, Value::getBooleanValue);
    }
    if (type instanceof BinaryType) {
      return checked(ValueTypeCase.BYTES_VALUE, type, value -> value.getBytesValue().toByteArray());
    }
    if (type instanceof TimestampType || type instanceof TimestampNTZType) {
      return checked(
          ValueTypeCase.TIMESTAMP_VALUE,
          type,
          value -> Timestamps.micros(value.getTimestampValue()));
    }
    return NumberReader.of(type);
  }

  private static ValueReader checked(ValueTypeCase kind, DataType type, ValueReader reader) {
    return value -> {
      if (value.getValueTypeCase() != kind) {
        throw new MismatchException(value, type);
      }
      return reader.read(value);
    };
  }

  private static ValueReader text(StructField column, UnaryOperator<String> paths) {
    if (Columns.isJson(column)) {
      return value -> UTF8String.fromString(JsonValue.of(value, paths));
    }
    if (Columns.isReference(column)) {
      return checked(
          ValueTypeCase.REFERENCE_VALUE,
          column.dataType(),
          value -> UTF8String.fromString(paths.apply(value.getReferenceValue())));
    }
    return checked(
        ValueTypeCase.STRING_VALUE,
        column.dataType(),
        value -> UTF8String.fromBytes(value.getStringValueBytes().toByteArray()));
  }

  private static ValueReader array(ValueReader element, DataType type) {
    return value -> {
      List<Value> values;
      if (value.hasArrayValue()) {
        values = value.getArrayValue().getValuesList();
      } else if (Vectors.isVector(value)) {
        values = Vectors.elements(value);
      } else {
        throw new MismatchException(value, type);
      }
      return Values.array(values.stream().map(element::readNullable).toArray());
    };
  }

  private static ValueReader map(ValueReader values, DataType type) {
    return value -> {
      if (!value.hasMapValue()) {
        throw new MismatchException(value, type);
      }
      Map<String, Value> fields = new TreeMap<>(value.getMapValue().getFieldsMap());
      return Values.map(
          fields.keySet().stream().map(UTF8String::fromString).toList(),
          fields.values().stream().map(values::readNullable).toArray());
    };
  }

  private static ValueReader struct(StructType type, UnaryOperator<String> paths) {
    StructField[] fields = type.fields();
    ValueReader[] readers = new ValueReader[fields.length];
    for (int i = 0; i < fields.length; i++) {
      readers[i] = of(fields[i], paths);
    }
    return value -> {
      if (!value.hasMapValue() || Vectors.isVector(value)) {
        throw new MismatchException(value, type);
      }
      Map<String, Value> values = value.getMapValue().getFieldsMap();
      Object[] row = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        row[i] =
            readers[i].readNullable(
                values.getOrDefault(fields[i].name(), Value.getDefaultInstance()));
      }
      return Rows.of(row);
    };
  }

  /** A point, or a map that has the names of a point's parts. */
  private static ValueReader point(StructType type, UnaryOperator<String> paths) {
    ValueReader map = struct(type, paths);
    boolean latitudeFirst = type.fieldIndex("latitude") == 0;
    return value -> {
      if (!value.hasGeoPointValue()) {
        return map.read(value);
      }
      double latitude = value.getGeoPointValue().getLatitude();
      double longitude = value.getGeoPointValue().getLongitude();
      return latitudeFirst ? Rows.of(latitude, longitude) : Rows.of(longitude, latitude);
    };
  }
}
