package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.StructuredQuery.FieldReference;
import com.google.firestore.v1.Value;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a document, or of a map in it.
 *
 * @param names from the outermost; as they are, not quoted
 */
record FieldPath(List<String> names) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String SIMPLE = "[a-zA-Z_][a-zA-Z_0-9]*";

  /** The document's name, which the server sorts and finds documents by. */
  static final FieldPath NAME = new FieldPath(List.of("__name__"));

  FieldPath {
    names = List.copyOf(names);
  }

  /** As the server reads it: {@code address.`zip code`}. */
  @Override
  public String toString() {
    return names.stream().map(FieldPath::quoted).collect(Collectors.joining("."));
  }

  private static String quoted(String name) {
    return name.matches(SIMPLE) ? name : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  FieldReference reference() {
    return FieldReference.newBuilder().setFieldPath(toString()).build();
  }

  /** The value in a document; the document's name for {@link #NAME}. */
  Value in(Document document) {
    if (equals(NAME)) {
      return Value.newBuilder().setReferenceValue(document.getName()).build();
    }
    Map<String, Value> fields = document.getFieldsMap();
    Value value = Value.getDefaultInstance();
    for (String name : names) {
      value = fields.getOrDefault(name, Value.getDefaultInstance());
      fields = value.getMapValue().getFieldsMap();
    }
    return value;
  }

  /** Whether this is the other field, or one within it. */
  boolean within(FieldPath other) {
    return names.size() >= other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }
}
