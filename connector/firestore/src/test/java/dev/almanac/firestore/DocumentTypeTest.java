package dev.almanac.firestore;

import static dev.almanac.firestore.testing.Documents.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.firestore.v1.Value;
import dev.almanac.firestore.DocumentType.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of values and of columns, and values between them. */
class DocumentTypeTest {

  static Stream<Arguments> unions() {
    return Stream.of(
        Arguments.of(1L, 2L, "BIGINT"),
        Arguments.of(1L, 2.5, "DOUBLE"),
        Arguments.of(1L, null, "BIGINT"),
        Arguments.of(null, null, "STRING COMMENT 'json'"),
        Arguments.of(1L, "x", "STRING COMMENT 'json'"),
        Arguments.of(true, "x", "STRING COMMENT 'json'"),
        Arguments.of(List.of(), List.of(1L), "ARRAY<BIGINT>"),
        Arguments.of(List.of(1L), List.of(2.5), "ARRAY<DOUBLE>"),
        Arguments.of(List.of(1L), List.of("x"), "ARRAY<STRING> COMMENT 'json'"),
        Arguments.of(List.of(1L), 1L, "STRING COMMENT 'json'"),
        Arguments.of(Map.of("a", 1L), Map.of("b", "x"), "STRUCT<a: BIGINT, b: STRING>"),
        Arguments.of(Map.of("a", 1L), Map.of("a", 1.5), "STRUCT<a: DOUBLE>"),
        Arguments.of(Map.of("a", 1L), "x", "STRING COMMENT 'json'"),
        Arguments.of(Map.of(), Map.of("a", 1L), "STRUCT<a: BIGINT>"));
  }

  @ParameterizedTest
  @MethodSource("unions")
  void twoValuesHaveOneColumn(Object one, Object other, String column) {
    Fields first = Fields.of(fields(one));
    Fields second = Fields.of(fields(other));

    assertThat(Columns.of(first.or(second)).toDDL()).isEqualTo("v " + column);
    assertThat(Columns.of(second.or(first)).toDDL()).isEqualTo("v " + column);
  }

  private static Map<String, Value> fields(Object value) {
    return Map.of("v", value(value));
  }

  private static Object read(String ddl, Object value) {
    StructField field = StructType.fromDDL("v " + ddl).apply("v");
    return ValueReader.of(field, path -> path).readNullable(value(value));
  }

  @Test
  void numbersKeepTheirValue() {
    assertThat(read("BIGINT", 5L)).isEqualTo(5L);
    assertThat(read("BIGINT", 5.0)).isEqualTo(5L);
    assertThat(read("INT", 5L)).isEqualTo(5);
    assertThat(read("TINYINT", -128L)).isEqualTo((byte) -128);
    assertThat(read("DOUBLE", 1L << 53)).isEqualTo(0x1p53);
    assertThat(read("DECIMAL(10,2)", 12.5)).isEqualTo(Decimal.apply("12.50"));
    assertThat(read("DECIMAL(10,2)", 100L)).isEqualTo(Decimal.apply("100.00"));
    assertThat(read("BIGINT", null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, 2.5",
    "BIGINT, 9223372036854775808.0",
    "BIGINT, NaN",
    "DOUBLE, 9007199254740993",
    "DOUBLE, 9223372036854775807",
    "INT, 2147483648",
    "'DECIMAL(3,1)', 2.55",
    "'DECIMAL(3,1)', 100",
    "STRING, 5",
    "BOOLEAN, 5",
    "TIMESTAMP, 5",
    "ARRAY<BIGINT>, 5",
    "STRUCT<a: BIGINT>, 5"
  })
  void aNumberThatAColumnCannotHold(String ddl, String number) {
    Object value =
        number.matches("-?\\d+") ? (Object) Long.valueOf(number) : Double.valueOf(number);

    assertThatThrownBy(() -> read(ddl, value))
        .isInstanceOf(MismatchException.class)
        .hasMessageContaining("the number")
        .hasMessageContaining(DataType.fromDDL(ddl).catalogString());
  }

  @Test
  void anyValueIsJson() {
    String json = "STRING COMMENT 'json'";

    assertThat(read(json, "as it is")).hasToString("as it is");
    assertThat(read(json, 5L)).hasToString("5");
    assertThat(read(json, Double.NaN)).hasToString("NaN");
    assertThat(read(json, Map.of("b", Arrays.asList(1L, null, "x"), "a", true)))
        .hasToString("{\"a\":true,\"b\":[1,null,\"x\"]}");
    assertThat(read(json, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"users | users", "a/b/c | a/b/c", "users/orders | users/*/orders", "**/x | **/x"})
  void namesOfCollections(String name, String path) {
    assertThat(CollectionPath.of(List.of(name.split("/"))).orElseThrow()).hasToString(path);
  }

  @ParameterizedTest
  @CsvSource({"*", "**", "**/a/b", "a/**/b", "*/a/b", "users/*"})
  void namesOfNoCollection(String name) {
    assertThat(CollectionPath.of(List.of(name.split("/")))).isEmpty();
  }

  @Test
  void textAfterAllThatStartsSo() {
    assertThat(Literals.after("ab")).contains("ac");
    assertThat(Literals.after("a\uD7FF")).contains("a\uE000");
    assertThat(Literals.after("a\uDBFF\uDFFF")).contains("b");
    assertThat(Literals.after("\uDBFF\uDFFF")).isEmpty();
    assertThat(Literals.after("")).isEmpty();
  }
}
