package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import java.util.List;
import java.util.Map;

/** Vectors, which are maps of a form that is reserved for them. */
final class Vectors {

  private static final String TYPE = "__type__";
  private static final String VECTOR = "__vector__";
  private static final String VALUE = "value";

  private Vectors() {}

  static boolean isVector(Value value) {
    Map<String, Value> fields = value.getMapValue().getFieldsMap();
    return fields.containsKey(TYPE) && fields.get(TYPE).getStringValue().equals(VECTOR);
  }

  /** The elements of a value that is a vector. */
  static List<Value> elements(Value value) {
    return value
        .getMapValue()
        .getFieldsOrDefault(VALUE, Value.getDefaultInstance())
        .getArrayValue()
        .getValuesList();
  }
}
