package dev.almanac.mongodb;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Gathers the values of one field, and says which type holds them all without loss. */
final class InferredType {

  /** More fields than this are keys, not columns, as the official connector has it. */
  private static final int MOST_FIELDS = 250;

  private static final int MOST_DIGITS = DecimalType.MAX_PRECISION();
  private static final int USUAL_SCALE = 18;

  private final Set<BsonType> seen = EnumSet.noneOf(BsonType.class);
  private final Map<String, InferredType> fields = new TreeMap<>();
  private InferredType elements; // null until an array has one
  private int wholeDigits;
  private int scale;
  private boolean unfit; // a decimal that is no number, or has too many digits

  void add(BsonValue value) {
    seen.add(value.getBsonType());
    switch (value.getBsonType()) {
      case DOCUMENT -> addFields(value.asDocument());
      case ARRAY -> addElements(value.asArray());
      case DECIMAL128 -> addDecimal(value.asDecimal128().getValue());
      case INT32, INT64 -> addDigits(BigDecimal.valueOf(value.asNumber().longValue()));
      default -> {}
    }
  }

  private void addFields(BsonDocument document) {
    document.forEach(
        (name, value) -> fields.computeIfAbsent(name, added -> new InferredType()).add(value));
  }

  private void addElements(BsonArray array) {
    for (BsonValue element : array) {
      if (elements == null) {
        elements = new InferredType();
      }
      elements.add(element);
    }
  }

  private void addDecimal(Decimal128 decimal) {
    if (decimal.isNaN() || decimal.isInfinite()) {
      unfit = true;
    } else {
      addDigits(Values.number(decimal));
    }
  }

  private void addDigits(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    wholeDigits = Math.max(wholeDigits, plain.precision() - plain.scale());
    scale = Math.max(scale, plain.scale());
  }

  /** The columns of documents; {@code _id} first, the others by name. */
  StructType columns() {
    StructType columns = new StructType();
    InferredType id = fields.get("_id");
    if (id != null) {
      columns = columns.add("_id", id.type(), true, id.metadata());
    }
    for (Map.Entry<String, InferredType> field : fields.entrySet()) {
      if (!field.getKey().equals("_id")) {
        InferredType type = field.getValue();
        columns = columns.add(field.getKey(), type.type(), true, type.metadata());
      }
    }
    return columns;
  }

  private DataType type() {
    Set<BsonType> types = values();
    if (types.isEmpty()) {
      return DataTypes.StringType; // which holds whatever comes later
    } else if (only(types, BsonType.BOOLEAN)) {
      return DataTypes.BooleanType;
    } else if (only(types, BsonType.INT32, BsonType.INT64)) {
      return DataTypes.LongType;
    } else if (only(types, BsonType.INT32, BsonType.INT64, BsonType.DECIMAL128)) {
      return decimal();
    } else if (only(types, BsonType.INT32, BsonType.INT64, BsonType.DOUBLE, BsonType.DECIMAL128)) {
      return DataTypes.DoubleType;
    } else if (only(types, BsonType.DATE_TIME, BsonType.TIMESTAMP)) {
      return DataTypes.TimestampType;
    } else if (only(types, BsonType.BINARY)) {
      return DataTypes.BinaryType;
    } else if (only(types, BsonType.DOCUMENT)) {
      return document();
    } else if (only(types, BsonType.ARRAY)) {
      return DataTypes.createArrayType(
          elements == null ? DataTypes.StringType : elements.type(), true);
    }
    return DataTypes.StringType;
  }

  private DataType decimal() {
    if (unfit || wholeDigits + scale > MOST_DIGITS) {
      return DataTypes.StringType;
    }
    int room = Math.min(Math.max(scale, USUAL_SCALE), MOST_DIGITS - Math.max(wholeDigits, 0));
    return DataTypes.createDecimalType(MOST_DIGITS, Math.max(room, scale));
  }

  private DataType document() {
    if (fields.isEmpty()) {
      return DataTypes.StringType; // Spark has no use for a struct of nothing
    }
    if (fields.size() < MOST_FIELDS) {
      return columns();
    }
    InferredType all = new InferredType();
    fields.values().forEach(all::addAll);
    return DataTypes.createMapType(DataTypes.StringType, all.type(), true);
  }

  private void addAll(InferredType other) {
    seen.addAll(other.seen);
    other.fields.forEach(
        (name, type) -> fields.computeIfAbsent(name, added -> new InferredType()).addAll(type));
    if (other.elements != null) {
      if (elements == null) {
        elements = new InferredType();
      }
      elements.addAll(other.elements);
    }
    wholeDigits = Math.max(wholeDigits, other.wholeDigits);
    scale = Math.max(scale, other.scale);
    unfit |= other.unfit;
  }

  /** Which types of values the column stands for, for {@link Filters}. */
  private Metadata metadata() {
    return new MetadataBuilder()
        .putString(
            SeenTypes.KEY, values().stream().map(BsonType::name).collect(Collectors.joining(",")))
        .build();
  }

  private Set<BsonType> values() {
    Set<BsonType> values = EnumSet.noneOf(BsonType.class);
    values.addAll(seen);
    values.remove(BsonType.NULL);
    values.remove(BsonType.UNDEFINED);
    return values;
  }

  private static boolean only(Set<BsonType> types, BsonType... allowed) {
    return Set.of(allowed).containsAll(types);
  }
}
