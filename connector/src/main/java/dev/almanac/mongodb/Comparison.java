package dev.almanac.mongodb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** Comparisons of a column with a value, type by type, as the server orders the type's values. */
final class Comparison {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{24}");
  private static final long MICROS_OF_MILLI = 1000;

  private Comparison() {}

  /**
   * The query for a comparison.
   *
   * @param operator as SQL writes it
   * @param value as Spark holds values of the column's type; not null
   * @return empty where the server would compare otherwise than Spark
   */
  static Optional<Pushed> of(FilterColumn column, String operator, Object value) {
    if (operator.equals("=")) {
      return equals(column, value).map(values -> equal(column, values)).map(Pushed::exact);
    }
    if (operator.equals("<>")) {
      return equals(column, value)
          .map(
              values -> {
                BsonArray none = new BsonArray(values);
                none.add(BsonNull.VALUE);
                return Pushed.exact(Filters.query(column, "$nin", none));
              });
    }
    return range(column, operator, value).map(Pushed::exact);
  }

  /** The values that are equal to one of Spark's; none where nothing can be. */
  static Optional<List<BsonValue>> equals(FilterColumn column, Object value) {
    SeenTypes seen = column.seen();
    if (column.type() instanceof StringType && value instanceof UTF8String text) {
      if (!seen.only(BsonType.STRING, BsonType.OBJECT_ID)) {
        return Optional.empty();
      }
      BsonString string = new BsonString(text.toString());
      return Optional.of(
          seen.has(BsonType.OBJECT_ID) && isId(text) ? List.of(string, id(text)) : List.of(string));
    }
    if (column.type() instanceof TimestampType
        && value instanceof Long micros
        && Math.floorMod(micros, MICROS_OF_MILLI) != 0) {
      return dates(seen) ? Optional.of(List.of()) : Optional.empty();
    }
    return scalar(column, value).map(List::of);
  }

  private static BsonDocument equal(FilterColumn column, List<BsonValue> values) {
    return values.size() == 1
        ? Filters.query(column, "$eq", values.get(0))
        : Filters.query(column, "$in", new BsonArray(values));
  }

  private static Optional<BsonDocument> range(FilterColumn column, String operator, Object value) {
    if (column.type() instanceof StringType) {
      return value instanceof UTF8String text
          ? textRange(column, operator, text)
          : Optional.empty();
    }
    if (column.type() instanceof TimestampType && value instanceof Long micros) {
      return dates(column.seen())
          ? Optional.of(dateRange(column, operator, micros))
          : Optional.empty();
    }
    return scalar(column, value)
        .map(
            bson -> {
              BsonDocument query = Filters.query(column, mongo(operator), bson);
              return column.type() instanceof DoubleType && operator.startsWith(">")
                  ? orNaN(column, query)
                  : query;
            });
  }

  /** To Spark NaN is more than any number, to the server it is none. */
  private static BsonDocument orNaN(FilterColumn column, BsonDocument query) {
    BsonDocument isNaN = Filters.query(column, "$eq", new BsonDouble(Double.NaN));
    return new BsonDocument("$or", new BsonArray(List.of(query, isNaN)));
  }

  /**
   * Texts are ordered by their bytes on both sides; servers that keep them as UTF-16 agree as long
   * as the value has no character from U+D800 on. ObjectIds are ordered as their hex is.
   */
  private static Optional<BsonDocument> textRange(
      FilterColumn column, String operator, UTF8String text) {
    if (column.seen().only(BsonType.STRING)
        && text.toString().chars().allMatch(c -> c < Character.MIN_SURROGATE)) {
      return Optional.of(Filters.query(column, mongo(operator), new BsonString(text.toString())));
    }
    if (column.seen().only(BsonType.OBJECT_ID) && isId(text)) {
      return Optional.of(Filters.query(column, mongo(operator), id(text)));
    }
    return Optional.empty();
  }

  /** The server's dates are whole milliseconds. */
  private static BsonDocument dateRange(FilterColumn column, String operator, long micros) {
    boolean roundUp = operator.equals("<") || operator.equals(">=");
    long millis =
        roundUp ? -Math.floorDiv(-micros, MICROS_OF_MILLI) : Math.floorDiv(micros, MICROS_OF_MILLI);
    return Filters.query(column, mongo(operator), new BsonDateTime(millis));
  }

  /** One number, boolean or date; empty for the types, or the values, that differ. */
  private static Optional<BsonValue> scalar(FilterColumn column, Object value) {
    SeenTypes seen = column.seen();
    if (value instanceof Boolean bool && column.type() instanceof BooleanType) {
      return Optional.of(BsonBoolean.valueOf(bool));
    } else if (value instanceof Number number && isWhole(column)) {
      return Optional.of(new BsonInt64(number.longValue()));
    } else if (value instanceof Double number && column.type() instanceof DoubleType) {
      boolean same = seen.only(BsonType.DOUBLE, BsonType.INT32) && !number.isNaN();
      return same ? Optional.of(new BsonDouble(number)) : Optional.empty();
    } else if (value instanceof Decimal number && column.type() instanceof DecimalType) {
      boolean fits = number.precision() <= 34 && !seen.has(BsonType.DOUBLE);
      return fits
          ? Optional.of(new BsonDecimal128(new Decimal128(number.toJavaBigDecimal())))
          : Optional.empty();
    } else if (value instanceof Long micros
        && column.type() instanceof TimestampType
        && dates(seen)) {
      return Optional.of(new BsonDateTime(Math.floorDiv(micros, MICROS_OF_MILLI)));
    }
    return Optional.empty();
  }

  private static boolean isWhole(FilterColumn column) {
    return column.type() instanceof LongType
        || column.type() instanceof IntegerType
        || column.type() instanceof ShortType
        || column.type() instanceof ByteType;
  }

  /** Not the other type of dates, which the server keeps apart. */
  private static boolean dates(SeenTypes seen) {
    return seen.only(BsonType.DATE_TIME);
  }

  private static boolean isId(UTF8String text) {
    return HEX.matcher(text.toString()).matches();
  }

  private static BsonObjectId id(UTF8String text) {
    return new BsonObjectId(new ObjectId(text.toString()));
  }

  private static String mongo(String operator) {
    return switch (operator) {
      case "<" -> "$lt";
      case "<=" -> "$lte";
      case ">" -> "$gt";
      case ">=" -> "$gte";
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
