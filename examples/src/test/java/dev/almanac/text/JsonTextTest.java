package dev.almanac.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.unsafe.types.VariantVal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {

  private static final JsonText JSON = new JsonText(ZoneOffset.UTC);

  static Stream<Arguments> scalars() {
    return Stream.of(
        arguments("INT", null, "null"),
        arguments("BOOLEAN", true, "true"),
        arguments("TINYINT", (byte) -1, "-1"),
        arguments("BIGINT", Long.MAX_VALUE, "9223372036854775807"),
        arguments("FLOAT", 0.1f, "0.1"),
        arguments("DOUBLE", 1e100, "1.0E100"),
        arguments("DOUBLE", Double.NaN, "\"NaN\""),
        arguments("FLOAT", Float.NEGATIVE_INFINITY, "\"-Infinity\""),
        arguments("DECIMAL(20,2)", new BigDecimal("10.50"), "10.50"),
        arguments("DECIMAL(38,0)", new BigDecimal("1E+20"), "100000000000000000000"),
        arguments("STRING", "a\"b\\c\n\t\u0001é日😀", "\"a\\\"b\\\\c\\n\\t\\u0001é日😀\""),
        arguments("BINARY", "hi!".getBytes(StandardCharsets.UTF_8), "\"aGkh\""),
        arguments("DATE", LocalDate.of(1543, 5, 24), "\"1543-05-24\""),
        arguments("TIMESTAMP", Instant.parse("2022-05-01T10:00:00Z"), "\"2022-05-01T10:00:00Z\""),
        arguments(
            "TIMESTAMP",
            Instant.parse("2022-05-01T10:00:00.000001Z"),
            "\"2022-05-01T10:00:00.000001Z\""),
        arguments("TIMESTAMP_NTZ", LocalDateTime.of(2022, 5, 1, 10, 0), "\"2022-05-01T10:00:00\""),
        arguments("TIME", LocalTime.of(10, 30), "\"10:30:00\""),
        arguments("INTERVAL DAY TO SECOND", Duration.ofHours(25), "\"PT25H\""),
        arguments("INTERVAL YEAR TO MONTH", Period.of(1, 2, 0), "\"P1Y2M\""),
        arguments("VARIANT", variant("{\"a\": [1, null]}"), "{\"a\":[1,null]}"));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void losesNothing(String type, Object value, String json) {
    assertThat(JSON.row(Rows.of("c " + type, value))).isEqualTo("{\"c\":" + json + "}");
  }

  @Test
  void nestsArraysMapsAndStructs() {
    Row inner = Rows.of("x INT, y STRING", 1, null);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k\"", asScala(Arrays.asList(1L, null)).toSeq());
    map.put("none", null);
    Row row =
        Rows.of(
            "s STRUCT<x: INT, y: STRING>, a ARRAY<STRUCT<x: INT, y: STRING>>,"
                + " m MAP<STRING, ARRAY<BIGINT>>, e ARRAY<INT>",
            inner,
            asScala(List.of(inner, inner)).toSeq(),
            asScala(map),
            asScala(List.of()).toSeq());
    assertThat(JSON.row(row))
        .isEqualTo(
            "{\"s\":{\"x\":1,\"y\":null},\"a\":[{\"x\":1,\"y\":null},{\"x\":1,\"y\":null}],"
                + "\"m\":{\"k\\\"\":[1,null],\"none\":null},\"e\":[]}");
  }

  @Test
  void makesStringsOfKeys() {
    Row row =
        Rows.of(
            "d MAP<DATE, INT>, s MAP<STRUCT<x: INT>, INT>",
            asScala(Map.of(LocalDate.of(2022, 5, 1), 1)),
            asScala(Map.of(Rows.of("x INT", 7), 2)));
    assertThat(JSON.row(row)).isEqualTo("{\"d\":{\"2022-05-01\":1},\"s\":{\"{\\\"x\\\":7}\":2}}");
  }

  @Test
  void writesTimestampsInTheZone() {
    JsonText paris = new JsonText(ZoneId.of("Europe/Paris"));
    assertThat(paris.row(Rows.of("t TIMESTAMP", Instant.parse("2022-05-01T10:00:00Z"))))
        .isEqualTo("{\"t\":\"2022-05-01T12:00:00+02:00\"}");
  }

  @Test
  void keepsColumnsOfOneName() {
    StructType twice =
        new StructType().add("a", DataTypes.IntegerType).add("a", DataTypes.IntegerType);
    assertThat(JSON.row(Rows.of(twice, 1, 2))).isEqualTo("{\"a\":1,\"a\":2}");
  }

  private static VariantVal variant(String json) {
    try {
      Variant variant = VariantBuilder.parseJson(json, false);
      return new VariantVal(variant.getValue(), variant.getMetadata());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
