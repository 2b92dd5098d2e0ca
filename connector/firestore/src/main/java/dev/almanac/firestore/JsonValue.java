package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Values as text, for columns that hold any: text as it is, all else as JSON. */
final class JsonValue {

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .create();

  private JsonValue() {}

  /**
   * The text of a value.
   *
   * @param paths makes a reference's path of a document's full name
   */
  static String of(Value value, UnaryOperator<String> paths) {
    JsonElement json = json(value, paths);
    return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()
        ? json.getAsString()
        : GSON.toJson(json);
  }

  private static JsonElement json(Value value, UnaryOperator<String> paths) {
    return switch (value.getValueTypeCase()) {
      case BOOLEAN_VALUE -> new JsonPrimitive(value.getBooleanValue());
      case INTEGER_VALUE -> new JsonPrimitive(value.getIntegerValue());
      case DOUBLE_VALUE -> number(value.getDoubleValue());
      case TIMESTAMP_VALUE -> new JsonPrimitive(Timestamps.instant(value).toString());
      case STRING_VALUE -> new JsonPrimitive(value.getStringValue());
      case BYTES_VALUE ->
          new JsonPrimitive(
              Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
      case REFERENCE_VALUE -> new JsonPrimitive(paths.apply(value.getReferenceValue()));
      case GEO_POINT_VALUE -> {
        JsonObject point = new JsonObject();
        point.addProperty("latitude", value.getGeoPointValue().getLatitude());
        point.addProperty("longitude", value.getGeoPointValue().getLongitude());
        yield point;
      }
      case ARRAY_VALUE -> array(value.getArrayValue().getValuesList(), paths);
      case MAP_VALUE -> {
        if (Vectors.isVector(value)) {
          yield array(Vectors.elements(value), paths);
        }
        JsonObject object = new JsonObject();
        new TreeMap<>(value.getMapValue().getFieldsMap())
            .forEach((name, field) -> object.add(name, json(field, paths)));
        yield object;
      }
      default -> JsonNull.INSTANCE;
    };
  }

  /** JSON has no NaN and infinities: they are text. */
  private static JsonPrimitive number(double number) {
    return Double.isFinite(number)
        ? new JsonPrimitive(number)
        : new JsonPrimitive(Double.toString(number));
  }

  private static JsonArray array(List<Value> values, UnaryOperator<String> paths) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(json(value, paths)));
    return array;
  }
}
