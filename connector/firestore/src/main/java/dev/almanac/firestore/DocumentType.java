package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import java.util.Map;
import java.util.TreeMap;

/** What is known of a field's values, from the documents that were looked at. */
sealed interface DocumentType {

  /** Types that hold nothing but values. */
  enum Plain implements DocumentType {
    /** No value was seen but null. */
    NOTHING,
    BOOLEAN,
    INTEGER,
    DOUBLE,
    TIMESTAMP,
    TEXT,
    BYTES,
    REFERENCE,
    GEO_POINT,
    VECTOR,
    /** Values of types that do not go together. */
    ANY
  }

  /** An array; Firestore has no arrays of arrays. */
  record Array(DocumentType element) implements DocumentType {}

  /** A map, by field names in their order. */
  record Fields(Map<String, DocumentType> types) implements DocumentType {

    static final Fields NONE = new Fields(Map.of());

    public Fields {
      types = java.util.Collections.unmodifiableMap(new TreeMap<>(types));
    }

    /** The type of a map or document. */
    static Fields of(Map<String, Value> values) {
      Map<String, DocumentType> types = new TreeMap<>();
      values.forEach((name, value) -> types.put(name, DocumentType.of(value)));
      return new Fields(types);
    }

    /** All fields of both. */
    Fields or(Fields other) {
      Map<String, DocumentType> union = new TreeMap<>(types);
      other.types.forEach((name, type) -> union.merge(name, type, DocumentType::or));
      return new Fields(union);
    }
  }

  /** The type of one value. */
  static DocumentType of(Value value) {
    return switch (value.getValueTypeCase()) {
      case BOOLEAN_VALUE -> Plain.BOOLEAN;
      case INTEGER_VALUE -> Plain.INTEGER;
      case DOUBLE_VALUE -> Plain.DOUBLE;
      case TIMESTAMP_VALUE -> Plain.TIMESTAMP;
      case STRING_VALUE -> Plain.TEXT;
      case BYTES_VALUE -> Plain.BYTES;
      case REFERENCE_VALUE -> Plain.REFERENCE;
      case GEO_POINT_VALUE -> Plain.GEO_POINT;
      case ARRAY_VALUE ->
          new Array(
              value.getArrayValue().getValuesList().stream()
                  .map(DocumentType::of)
                  .reduce(Plain.NOTHING, DocumentType::or));
      case MAP_VALUE ->
          Vectors.isVector(value) ? Plain.VECTOR : Fields.of(value.getMapValue().getFieldsMap());
      case NULL_VALUE, VALUETYPE_NOT_SET -> Plain.NOTHING;
      default -> Plain.ANY; // parts of queries, which no document has
    };
  }

  /** The narrowest type that holds the values of both. */
  default DocumentType or(DocumentType other) {
    if (equals(other) || other == Plain.NOTHING) {
      return this;
    }
    if (this == Plain.NOTHING) {
      return other;
    }
    if (this instanceof Fields mine && other instanceof Fields theirs) {
      return mine.or(theirs);
    }
    if (this instanceof Array mine && other instanceof Array theirs) {
      return new Array(mine.element().or(theirs.element()));
    }
    return isNumber() && other.isNumber() ? Plain.DOUBLE : Plain.ANY;
  }

  private boolean isNumber() {
    return this == Plain.INTEGER || this == Plain.DOUBLE;
  }
}
