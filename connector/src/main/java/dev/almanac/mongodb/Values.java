package dev.almanac.mongodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Decimal128;

/** What BSON values are as text and as numbers. */
final class Values {

  /** As plain as JSON can be, for reading by people: the official connector's, but for times. */
  private static final JsonWriterSettings JSON =
      JsonWriterSettings.builder()
          .outputMode(JsonMode.RELAXED)
          .binaryConverter(
              (value, writer) ->
                  writer.writeString(Base64.getEncoder().encodeToString(value.getData())))
          .dateTimeConverter(
              (value, writer) -> writer.writeString(Instant.ofEpochMilli(value).toString()))
          .decimal128Converter((value, writer) -> writer.writeString(value.toString()))
          .objectIdConverter((value, writer) -> writer.writeString(value.toHexString()))
          .symbolConverter((value, writer) -> writer.writeString(value))
          .build();

  private Values() {}

  /** A value of any type as text: texts as they are, ObjectIds as hex, the rest as JSON. */
  static String text(BsonValue value) {
    return switch (value.getBsonType()) {
      case STRING -> value.asString().getValue();
      case SYMBOL -> value.asSymbol().getSymbol();
      case OBJECT_ID -> value.asObjectId().getValue().toHexString();
      case DOCUMENT -> value.asDocument().toJson(JSON);
      default -> unquoted(new BsonDocument("v", value).toJson(JSON));
    };
  }

  /** From {@code {"v": "x"}} to {@code x}. */
  private static String unquoted(String json) {
    String value = json.substring("{\"v\": ".length(), json.length() - 1);
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** A finite decimal; of -0, which BigDecimal has not, 0. */
  static BigDecimal number(Decimal128 decimal) {
    String text = decimal.toString();
    return text.startsWith("-0") && new BigDecimal(text).signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(text);
  }

  /** A type's name as MongoDB writes it, nearly: {@code int64}, {@code object id}. */
  static String name(BsonType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
