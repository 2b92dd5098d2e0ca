package dev.almanac.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.bson.BsonDocument;
import org.bson.BsonJavaScript;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column of every type of BSON, and values as rows have them, without a server. */
class ConversionTest {

  private static BsonDocument document(String json) {
    return BsonDocument.parse(json);
  }

  private static String inferred(BsonDocument... documents) {
    InferredType type = new InferredType();
    List.of(documents).forEach(type::add);
    return type.columns().apply("v").dataType().catalogString();
  }

  private static Object read(String type, BsonValue value) {
    StructType columns = new StructType().add("v", DataType.fromDDL(type));
    InternalRow row =
        new DocumentConverter("t", columns, MongoSettings.Mode.FAILFAST)
            .convert(new BsonDocument("v", value))
            .orElseThrow();
    return row.isNullAt(0) ? null : row.get(0, columns.fields()[0].dataType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{v: 1} | bigint",
        "{v: {$numberLong: '1'}} | bigint",
        "{v: 1.5} | double",
        "{v: {$numberDecimal: '1.5'}} | decimal(38,18)",
        "{v: {$numberDecimal: '1E-30'}} | decimal(38,30)",
        "{v: {$numberDecimal: '12345678901234567890123456789'}} | decimal(38,9)",
        "{v: {$numberDecimal: 'NaN'}} | string",
        "{v: true} | boolean",
        "{v: 'x'} | string",
        "{v: {$oid: '5f0000000000000000000001'}} | string",
        "{v: {$date: '2024-01-01T00:00:00Z'}} | timestamp",
        "{v: {$timestamp: {t: 1, i: 1}}} | timestamp",
        "{v: {$binary: {base64: 'AA==', subType: '04'}}} | binary",
        "{v: {$regularExpression: {pattern: 'a', options: ''}}} | string",
        "{v: null} | string",
        "{v: {$minKey: 1}} | string",
        "{v: {b: 1, a: 'x'}} | struct<a:string,b:bigint>",
        "{v: {}} | string",
        "{v: []} | array<string>",
        "{v: [1, 2.5, null]} | array<double>",
        "{v: [{a: 1}, {b: 2}]} | array<struct<a:bigint,b:bigint>>",
      })
  void everyTypeHasAColumn(String json, String type) {
    assertThat(inferred(document(json))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{v: 1} | {v: 1.5} | double",
        "{v: 1} | {v: null} | bigint",
        "{v: 1} | {} | bigint",
        "{v: 1} | {v: 'x'} | string",
        "{v: 1} | {v: true} | string",
        "{v: [1]} | {v: 1} | string",
        "{v: {a: 1}} | {v: {a: 'x', b: 1}} | struct<a:string,b:bigint>",
        "{v: 1.5} | {v: {$numberDecimal: '1'}} | double",
        "{v: 10} | {v: {$numberDecimal: '1.5'}} | decimal(38,18)",
        "{v: {$date: 0}} | {v: 'x'} | string",
      })
  void documentsThatDifferHaveOneColumn(String one, String other, String type) {
    assertThat(inferred(document(one), document(other))).isEqualTo(type);
    assertThat(inferred(document(other), document(one))).isEqualTo(type);
  }

  @Test
  void valuesOfRareTypesAreText() {
    assertThat(text(new BsonSymbol("s"))).isEqualTo("s");
    assertThat(text(new BsonJavaScript("f()"))).isEqualTo("{\"$code\": \"f()\"}");
    assertThat(text(new BsonMinKey())).isEqualTo("{\"$minKey\": 1}");
    assertThat(text(new BsonMaxKey())).isEqualTo("{\"$maxKey\": 1}");
    assertThat(read("STRING", new BsonUndefined())).isNull();
  }

  private static String text(BsonValue value) {
    return ((UTF8String) read("STRING", value)).toString();
  }

  @Test
  void stampsAreUnsignedSeconds() {
    assertThat(read("TIMESTAMP", new BsonTimestamp(-1, 0))).isEqualTo(4_294_967_295_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{v: 5} | INT | 5",
        "{v: 5.0} | BIGINT | 5",
        "{v: {$numberDecimal: '5.00'}} | SMALLINT | 5",
        "{v: 5} | DOUBLE | 5.0",
        "{v: 0.1} | DECIMAL(10,2) | 0.10",
        "{v: {$numberDecimal: '-0'}} | DECIMAL(10,2) | 0.00",
        "{v: {$date: '1969-12-31T23:59:59Z'}} | DATE | -1",
        "{v: {$date: '1969-12-31T23:59:59.999Z'}} | TIMESTAMP | -1000",
      })
  void valuesAreConvertedWhereNothingIsLost(String json, String type, String value) {
    Object read = read(type, document(json).get("v"));

    assertThat(read instanceof Decimal decimal ? decimal.toString() : String.valueOf(read))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{v: 5000000000} | INT | beyond the column's",
        "{v: 1.5} | BIGINT | double and no whole number",
        "{v: '7'} | BIGINT | string and no whole number",
        "{v: 'x'} | DOUBLE | string, which is no number",
        "{v: 0.125} | DECIMAL(10,2) | holds exactly",
        "{v: {$numberDecimal: '1E+6000'}} | DECIMAL(38,18) | holds exactly",
        "{v: {$numberDecimal: 'NaN'}} | DECIMAL(38,18) | holds exactly",
        "{v: 1} | BOOLEAN | int32, which is no BOOLEAN",
        "{v: 1} | TIMESTAMP | int32, which is no TIMESTAMP",
        "{v: {$date: {$numberLong: '9223372036854775807'}}} | TIMESTAMP | beyond those",
        "{v: 1} | STRUCT<a: INT> | which is no STRUCT",
        "{v: {a: [1, 'x']}} | STRUCT<a: ARRAY<INT>> | the field v.a.1 is of type string",
      })
  void whatWouldLoseSomethingIsAnError(String json, String type, String said) {
    assertThatThrownBy(() -> read(type, document(json).get("v")))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_INCOMPATIBLE_SCHEMA")
        .hasMessageContaining(said);
  }
}
