package dev.almanac.firestore;

import dev.almanac.firestore.DocumentType.Array;
import dev.almanac.firestore.DocumentType.Fields;
import dev.almanac.firestore.DocumentType.Plain;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Spark's columns for Firestore's types. Two kinds of text are told from plain text by the column's
 * comment, which a schema that the user gives may have too.
 */
final class Columns {

  /** The comment of a column with any values, as JSON. */
  static final String JSON = "json";

  /** The comment of a column with references, as documents' paths. */
  static final String REFERENCE = "reference";

  static final StructType GEO_POINT =
      new StructType().add("latitude", DataTypes.DoubleType).add("longitude", DataTypes.DoubleType);

  private Columns() {}

  /** The columns of documents. */
  static StructType of(Fields fields) {
    return new StructType(
        fields.types().entrySet().stream()
            .map(entry -> field(entry.getKey(), entry.getValue()))
            .toArray(StructField[]::new));
  }

  private static StructField field(String name, DocumentType type) {
    StructField field = new StructField(name, dataType(type), true, Metadata.empty());
    DocumentType text = type instanceof Array array ? array.element() : type;
    if (isAny(text)) {
      return field.withComment(JSON);
    }
    return text == Plain.REFERENCE ? field.withComment(REFERENCE) : field;
  }

  /** Whether anything may come: where the types clash, and where none is known. */
  private static boolean isAny(DocumentType type) {
    return type == Plain.ANY
        || type == Plain.NOTHING
        || (type instanceof Fields fields && fields.types().isEmpty())
        || type instanceof Array;
  }

  private static DataType dataType(DocumentType type) {
    if (type instanceof Array array) {
      return DataTypes.createArrayType(
          isAny(array.element()) ? DataTypes.StringType : dataType(array.element()));
    }
    if (isAny(type)) {
      return DataTypes.StringType;
    }
    if (type instanceof Fields fields) {
      return of(fields);
    }
    return switch ((Plain) type) {
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGER -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case BYTES -> DataTypes.BinaryType;
      case GEO_POINT -> GEO_POINT;
      case VECTOR -> DataTypes.createArrayType(DataTypes.DoubleType);
      case TEXT, REFERENCE, NOTHING, ANY -> DataTypes.StringType;
    };
  }

  static boolean isJson(StructField field) {
    return commented(field, JSON);
  }

  static boolean isReference(StructField field) {
    return commented(field, REFERENCE);
  }

  private static boolean commented(StructField field, String word) {
    return field.getComment().isDefined() && field.getComment().get().equalsIgnoreCase(word);
  }

  /** Whether a type can be that of a point, whose parts the server does not filter by. */
  static boolean isGeoPoint(DataType type) {
    return type instanceof StructType struct
        && struct.size() == 2
        && struct.getFieldIndex("latitude").isDefined()
        && struct.getFieldIndex("longitude").isDefined();
  }

  /** The type of an array's elements as a column, with the array's comment. */
  static StructField element(StructField array) {
    return new StructField(
        array.name(), ((ArrayType) array.dataType()).elementType(), true, array.metadata());
  }
}
