package dev.almanac.firestore;

import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column that the server can compare as Spark does.
 *
 * @param path where it is in a document
 * @param type the type of what is compared
 * @param documents makes the full name of a document of a value; empty for fields
 */
record FilterColumn(FieldPath path, DataType type, Optional<Documents> documents) {

  /** How hidden columns name documents. */
  interface Documents {
    /** A document's full name; empty where the collection cannot have it. */
    Optional<String> fullName(String value);
  }

  /** Finds columns of a table. */
  record Finder(StructType table, CollectionPath collection, Connection connection) {

    /**
     * The column that an expression names.
     *
     * @return empty where it is none, or one whose values the server compares in another way
     */
    Optional<FilterColumn> find(Expression expression) {
      if (!(expression instanceof NamedReference reference)) {
        return Optional.empty();
      }
      List<String> names = List.of(reference.fieldNames());
      Optional<HiddenColumn> hidden = HiddenColumn.named(names.get(0), table);
      return hidden.isPresent() ? hidden.flatMap(this::name) : field(names);
    }

    private Optional<FilterColumn> field(List<String> names) {
      StructType struct = table;
      StructField field = null;
      for (String name : names) {
        if (struct == null || struct.getFieldIndex(name).isEmpty()) {
          return Optional.empty();
        }
        if (Columns.isGeoPoint(struct) && field != null) {
          return Optional.empty(); // the server does not look into points
        }
        field = struct.apply(name);
        struct = field.dataType() instanceof StructType nested ? nested : null;
      }
      return field == null || Columns.isJson(field) || Columns.isReference(field)
          ? Optional.empty()
          : Optional.of(new FilterColumn(new FieldPath(names), field.dataType(), Optional.empty()));
    }

    private Optional<FilterColumn> name(HiddenColumn hidden) {
      Documents documents =
          switch (hidden) {
            case ID ->
                id ->
                    collection.single() && isElement(id)
                        ? Optional.of(connection.fullName(collection + "/" + id))
                        : Optional.empty();
            case PATH ->
                path ->
                    List.of(path.split("/", -1)).stream().allMatch(Finder::isElement)
                            && collection.matches(path)
                        ? Optional.of(connection.fullName(path))
                        : Optional.empty();
            default -> null;
          };
      return Optional.ofNullable(documents)
          .map(it -> new FilterColumn(FieldPath.NAME, DataTypes.StringType, Optional.of(it)));
    }

    private static boolean isElement(String id) {
      return !id.isEmpty() && id.indexOf('/') < 0 && !id.equals(".") && !id.equals("..");
    }
  }

  boolean isName() {
    return documents.isPresent();
  }

  boolean isDouble() {
    return type instanceof DoubleType;
  }

  /** A literal as the server compares it with the column. */
  Optional<Value> value(Expression expression) {
    if (!(expression instanceof Literal<?> literal)) {
      return Optional.empty();
    }
    if (documents.isEmpty()) {
      return Literals.of(literal, type);
    }
    return Optional.ofNullable(literal.value())
        .flatMap(id -> documents.get().fullName(id.toString()))
        .map(name -> Value.newBuilder().setReferenceValue(name).build());
  }

  /** An element of the column's arrays, where these are compared alike. */
  Optional<Value> element(Expression expression) {
    boolean alike = type instanceof ArrayType array && !(array.elementType() instanceof DoubleType);
    return alike && expression instanceof Literal<?> literal
        ? Literals.of(literal, ((ArrayType) type).elementType())
        : Optional.empty();
  }

  /**
   * Values that equal any of some literals; nulls are left out, as nothing equals them. Of zero
   * both signs are there, because Spark takes them for equal.
   *
   * @return empty where the server compares one of them in another way
   */
  Optional<Value> values(List<Expression> literals) {
    Set<Value> values = new LinkedHashSet<>();
    for (Expression expression : literals) {
      if (expression instanceof Literal<?> literal && literal.value() == null) {
        continue;
      }
      Optional<Value> value = value(expression);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.addAll(signs(value.get()));
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Value.newBuilder()
                .setArrayValue(ArrayValue.newBuilder().addAllValues(new ArrayList<>(values)))
                .build());
  }

  private static List<Value> signs(Value value) {
    return isZero(value) ? List.of(zero(0.0), zero(-0.0)) : List.of(value);
  }

  static boolean isZero(Value value) {
    return value.hasDoubleValue() && value.getDoubleValue() == 0;
  }

  static Value zero(double zero) {
    return Value.newBuilder().setDoubleValue(zero).build();
  }
}
