package dev.almanac.format.json;

import dev.almanac.spark.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** Makes the readers of columns, and the columns that they fill. */
final class Readers {

  private final JsonText json;
  private final Texts texts;

  Readers(JsonText json, Texts texts) {
    this.json = json;
    this.texts = texts;
  }

  /** Of whole records, in which no key is for the column of corrupt records. */
  StructReader records(StructType columns) {
    return struct(columns, Optional.of(json.corruptColumn()));
  }

  private ValueReader of(DataType type) {
    if (type instanceof StructType struct) {
      return struct(struct, Optional.empty());
    } else if (type instanceof ArrayType array) {
      ValueReader elements = of(array.elementType());
      return new ArrayReader(new ArrayColumn(array, elements.column()), elements);
    } else if (type instanceof MapType map) {
      StringColumn keys = new StringColumn(map.keyType(), texts);
      ValueReader values = of(map.valueType());
      return new MapReader(
          new MapColumn(map, keys, values.column()), new StringReader(keys, texts), values);
    } else if (type instanceof StringType) {
      return new StringReader(new StringColumn(type, texts), texts);
    } else if (type instanceof BinaryType) {
      return new BinaryReader(new BinaryColumn());
    } else if (type instanceof DecimalType decimal && decimal.precision() > MOST_LONG_DIGITS) {
      return new DecimalReader(new DecimalColumn(decimal), decimal);
    }
    return fixed(type, new FixedColumn(type));
  }

  private static final int MOST_LONG_DIGITS = 18; // as Decimal has it

  private ValueReader fixed(DataType type, FixedColumn column) {
    if (type instanceof BooleanType) {
      return new BooleanReader(column);
    } else if (type instanceof ByteType) {
      return new IntegerReader(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
    } else if (type instanceof ShortType) {
      return new IntegerReader(column, Short.MIN_VALUE, Short.MAX_VALUE);
    } else if (type instanceof IntegerType) {
      return new IntegerReader(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type instanceof DecimalType decimal) {
      return new DecimalReader(column, decimal);
    } else if (type instanceof FloatType || type instanceof DoubleType) {
      return new FloatingReader(column, type instanceof FloatType);
    } else if (PlainTypes.isTime(type)) {
      return new TimeReader(column, json.times(type), type instanceof TimestampType);
    }
    return new IntegerReader(column, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private StructReader struct(StructType type, Optional<String> notFilled) {
    List<ValueReader> readers = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (StructField field : type.fields()) {
      ValueReader reader = of(field.dataType());
      readers.add(reader);
      columns.add(reader.column());
    }
    return new StructReader(
        new StructColumn(type, columns), new Keys(byName(type, readers, notFilled)));
  }

  /**
   * As Spark's parser finds them: by the exact name, or else by the first that fits in any case.
   */
  private Function<String, Optional<ValueReader>> byName(
      StructType type, List<ValueReader> readers, Optional<String> notFilled) {
    Map<String, Optional<ValueReader>> exact = new HashMap<>();
    Map<String, Optional<ValueReader>> anyCase = new HashMap<>();
    for (int i = 0; i < readers.size(); i++) {
      String name = type.fieldNames()[i];
      Optional<ValueReader> reader =
          notFilled.equals(Optional.of(name)) ? Optional.empty() : Optional.of(readers.get(i));
      exact.put(name, reader);
      anyCase.putIfAbsent(name.toLowerCase(Locale.ROOT), reader);
    }
    if (json.caseSensitive()) {
      return name -> exact.getOrDefault(name, Optional.empty());
    }
    return name ->
        exact.containsKey(name)
            ? exact.get(name)
            : anyCase.getOrDefault(name.toLowerCase(Locale.ROOT), Optional.empty());
  }
}
