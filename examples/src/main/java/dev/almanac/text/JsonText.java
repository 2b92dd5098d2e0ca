package dev.almanac.text;

import java.io.Serializable;
import java.time.ZoneId;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.VariantVal;
import scala.collection.Iterator;

/**
 * Values as JSON, without loss: decimals and long integers digit by digit, dates and timestamps in
 * ISO 8601 (microseconds where there are any), binary as Base64, maps as objects, variants as they
 * are, and what JSON has no number for ({@code NaN}, infinities) as a string.
 */
public final class JsonText implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ZoneId zone;
  private final Scalars scalars;

  /**
   * @param zone the offset that timestamps are written with
   */
  public JsonText(ZoneId zone) {
    this.zone = zone;
    this.scalars = Scalars.iso(zone);
  }

  /** A row as an object, every field present, null or not. */
  public String row(Row row) {
    return row(row, row.schema());
  }

  /** A row that does not know its schema. */
  public String row(Row row, StructType schema) {
    StringBuilder json = new StringBuilder();
    struct(json, row, schema);
    return json.toString();
  }

  String value(Object value, DataType type) {
    StringBuilder json = new StringBuilder();
    append(json, value, type);
    return json.toString();
  }

  private void append(StringBuilder json, Object value, DataType type) {
    if (value == null) {
      json.append("null");
    } else if (type instanceof StructType struct) {
      struct(json, (Row) value, struct);
    } else if (type instanceof ArrayType array) {
      array(json, (scala.collection.Seq<?>) value, array.elementType());
    } else if (type instanceof MapType map) {
      map(json, (scala.collection.Map<?, ?>) value, map);
    } else if (value instanceof VariantVal variant) {
      json.append(variant.toJson(zone));
    } else if (value instanceof Boolean || isNumber(value)) {
      json.append(scalars.text(value));
    } else {
      quote(json, scalars.text(value));
    }
  }

  private static boolean isNumber(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    return value instanceof Number;
  }

  private void struct(StringBuilder json, Row row, StructType type) {
    json.append('{');
    for (int i = 0; i < type.length(); i++) {
      StructField field = type.apply(i);
      json.append(i == 0 ? "" : ",");
      quote(json, field.name());
      json.append(':');
      append(json, row.get(i), field.dataType());
    }
    json.append('}');
  }

  private void array(StringBuilder json, scala.collection.Seq<?> values, DataType type) {
    json.append('[');
    String comma = "";
    for (Iterator<?> each = values.iterator(); each.hasNext(); comma = ",") {
      json.append(comma);
      append(json, each.next(), type);
    }
    json.append(']');
  }

  private void map(StringBuilder json, scala.collection.Map<?, ?> entries, MapType type) {
    json.append('{');
    String comma = "";
    for (Iterator<?> each = entries.iterator(); each.hasNext(); comma = ",") {
      scala.Tuple2<?, ?> entry = (scala.Tuple2<?, ?>) each.next();
      json.append(comma);
      quote(json, key(entry._1(), type.keyType()));
      json.append(':');
      append(json, entry._2(), type.valueType());
    }
    json.append('}');
  }

  /** JSON's keys are strings: a key with parts becomes the text of its own JSON. */
  private String key(Object key, DataType type) {
    boolean nested = type instanceof StructType || type instanceof ArrayType;
    return nested ? value(key, type) : scalars.text(key);
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
