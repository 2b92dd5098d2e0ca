package dev.almanac.spark;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Gives the keys of JSON objects the spelling that the table's columns have, where they differ in
 * case only.
 *
 * <p>Spark's parser takes keys as they are spelled, even in a session that does not tell upper from
 * lower case: a key that is spelled otherwise than in the file that decided the schema would be
 * lost. Keys of maps stay as they are.
 */
final class AnyCase {

  private final StructType columns;
  private final IdentityHashMap<StructType, Map<String, String>> spellings =
      new IdentityHashMap<>();

  AnyCase(StructType columns) {
    this.columns = columns;
  }

  /** A parser that gives the keys the spelling of these columns, if there are any. */
  static JsonParser apply(Optional<AnyCase> columns, JsonParser parser) {
    return columns.isEmpty() ? parser : new Respelling(columns.get(), parser);
  }

  private String spelling(String key, JsonStreamContext context) {
    if (!(typeOf(context) instanceof StructType struct)) {
      return key;
    }
    Map<String, String> known = spellings.computeIfAbsent(struct, AnyCase::spellings);
    if (known.containsKey(key)) {
      return known.get(key);
    }
    String spelling = known.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    if (known.size() < MOST_SPELLINGS) {
      known.put(key, spelling);
    }
    return spelling;
  }

  /** Keys may be as many as records, where they are not columns but data. */
  private static final int MOST_SPELLINGS = 10_000;

  private static Map<String, String> spellings(StructType struct) {
    Map<String, String> spellings = new HashMap<>();
    for (StructField field : struct.fields()) {
      spellings.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.name());
    }
    for (StructField field : struct.fields()) {
      spellings.put(field.name(), field.name());
    }
    return spellings;
  }

  /** The table's type for what the parser is in; null for what the table does not have. */
  private DataType typeOf(JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    if (parent == null || parent.inRoot()) {
      return columns; // also of the objects in an array: each is a record
    }
    DataType outer = typeOf(parent);
    if (parent.inArray()) {
      return parent.getParent().inRoot()
          ? columns
          : outer instanceof ArrayType array ? array.elementType() : null;
    }
    if (outer instanceof MapType map) {
      return map.valueType();
    }
    return outer instanceof StructType struct && parent.getCurrentName() != null
        ? fieldType(struct, spelling(parent.getCurrentName(), parent))
        : null;
  }

  private static DataType fieldType(StructType struct, String name) {
    for (StructField field : struct.fields()) {
      if (field.name().equals(name)) {
        return field.dataType();
      }
    }
    return null;
  }

  private static final class Respelling extends JsonParserDelegate {

    private final AnyCase columns;

    Respelling(AnyCase columns, JsonParser parser) {
      super(parser);
      this.columns = columns;
    }

    @Override
    public String currentName() throws IOException {
      String key = super.currentName();
      return currentToken() == JsonToken.FIELD_NAME
          ? columns.spelling(key, getParsingContext())
          : key;
    }
  }
}
