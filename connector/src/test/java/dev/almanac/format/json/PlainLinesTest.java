package dev.almanac.format.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.collection.Iterator;

/** Line by line, against Spark's parser with the options and columns of the reader. */
class PlainLinesTest extends JsonTest {

  private static final int LINES = 1000;

  /** Reads lines into columns, and tells which of them were left to Spark's parser. */
  private static final class Reading {

    private final Texts texts = new Texts();
    private final StructReader record;
    private final LineReader reader;
    private final ColumnarBatch batch;
    private final Bits bits;
    private boolean odd;

    Reading(JsonText json, StructType columns) {
      record = new Readers(json, texts).records(columns);
      JsonText.LineParser parser = json.lineParser(columns);
      reader =
          new LineReader(
              record,
              () ->
                  line -> {
                    odd = true;
                    return parser.parse(line);
                  });
      ColumnVector[] vectors = new ColumnVector[columns.size()];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = record.column().getChild(i);
      }
      batch = new ColumnarBatch(vectors);
      bits = new Bits(columns);
    }

    /** The rows of a line, or the error. */
    Object read(byte[] line) {
      odd = false;
      byte[] text = Arrays.copyOf(line, line.length + 1 + Plain.PADDING);
      text[line.length] = '\n';
      record.column().clear();
      texts.start(text);
      try {
        assertThat(reader.read(text, 0)).isEqualTo(line.length + 1);
      } catch (Exception e) { // Spark's are checked, but thrown unchecked
        assertThat(record.column().size()).isZero();
        return message(e);
      }
      batch.setNumRows(record.column().size());
      List<UnsafeRow> rows = new ArrayList<>();
      batch.rowIterator().forEachRemaining(row -> rows.add(bits.of(row)));
      return rows;
    }
  }

  /** What Spark's parser makes of a line: rows, or an error. */
  private static Object expected(JsonText.LineParser parser, Bits bits, byte[] line) {
    try {
      Iterator<InternalRow> rows = parser.parse(new Text(line));
      List<UnsafeRow> all = new ArrayList<>();
      while (rows.hasNext()) {
        all.add(bits.of(rows.next()));
      }
      return all;
    } catch (Exception e) { // Spark's are checked, but thrown unchecked
      return message(e);
    }
  }

  /** Without the identity of arrays, which Spark's messages show in place of bytes. */
  private static String message(Exception e) {
    return e.toString().replaceAll("\\[B@[0-9a-f]+", "[B@");
  }

  private static void assertSame(JsonText json, String written, StructType columns, long seed) {
    RandomJson random = new RandomJson(seed);
    Reading reading = new Reading(json, columns);
    JsonText.LineParser parser = json.lineParser(columns);
    Bits bits = new Bits(columns);
    int plain = 0;
    for (int i = 0; i < LINES; i++) {
      byte[] line = random.line(schema(written));
      Object expected = expected(parser, bits, line);
      assertThat(reading.read(line))
          .as("line %d of seed %d: %s", i, seed, new String(line, StandardCharsets.UTF_8))
          .isEqualTo(expected);
      plain += reading.odd ? 0 : 1;
    }
    assertThat(plain).as("lines read by ourselves").isBetween(LINES / 50, LINES * 9 / 10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void readsLinesAsSparkDoesInModePermissive(String name, String written, String read) {
    assertSame(json("mode", "PERMISSIVE"), written, schema(read), 11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void readsLinesAsSparkDoesInModeDropMalformed(String name, String written, String read) {
    assertSame(json("mode", "DROPMALFORMED"), written, schema(read), 12);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void readsLinesAsSparkDoesInModeFailFast(String name, String written, String read) {
    assertSame(json("mode", "FAILFAST"), written, schema(read), 13);
  }

  /** One reader, as what was between two values is remembered from line to line. */
  @Test
  void readsLinesAsSparkDoesWhateverIsBetweenValues() {
    JsonText json = json("mode", "PERMISSIVE");
    StructType columns = schema("a bigint, b string, c struct<a: bigint, b: bigint>");
    Reading reading = new Reading(json, columns);
    JsonText.LineParser parser = json.lineParser(columns);
    Bits bits = new Bits(columns);
    int plain = 0;
    for (String comma :
        List.of(
            ",",
            ", ",
            " ,",
            "\t,  ",
            "," + " ".repeat(30_000),
            ",,",
            "",
            ";",
            ",}",
            ",\"",
            ",\"a")) {
      for (String colon : List.of(":", ": ", " :", " : \t", "::", "", "=", ":,")) {
        for (String keys : List.of("abc", "bca", "ab", "cb", "aa", "abcd", "")) {
          String pairs =
              keys.chars()
                  .mapToObj(key -> "\"" + (char) key + "\"" + colon + (key == 'c' ? "{}" : "1"))
                  .collect(joining(comma));
          for (String line :
              List.of(
                  "{" + pairs + "}",
                  "{" + pairs + comma + "}",
                  "{" + comma + pairs + "}",
                  "{\"c\"" + colon + "{" + pairs + "}}")) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(reading.read(bytes)).as(line).isEqualTo(expected(parser, bits, bytes));
            plain += reading.odd ? 0 : 1;
          }
        }
      }
    }
    assertThat(plain).as("lines read by ourselves").isGreaterThan(100);
  }

  @Test
  void readsLinesAsSparkDoesWhereCaseMatters() {
    String before = spark().conf().get("spark.sql.caseSensitive");
    spark().conf().set("spark.sql.caseSensitive", "true");
    try {
      StructType columns = schema(EVERY_TYPE);
      for (String upper : List.of("A", "E", "N")) {
        columns =
            columns.add(
                new StructField(
                    upper,
                    columns.apply(upper.toLowerCase(java.util.Locale.ROOT)).dataType(),
                    true,
                    org.apache.spark.sql.types.Metadata.empty()));
      }
      assertSame(json(), EVERY_TYPE, columns, 14);
    } finally {
      spark().conf().set("spark.sql.caseSensitive", before);
    }
  }

  @Test
  void readsOrdinaryLinesByItself() {
    Reading reading = new Reading(json(), schema(EVERY_TYPE));
    List<String> lines =
        List.of(
            "{}",
            " {\"a\":1,\"b\":-2,\"c\":1.5e3,\"d\":0.25,\"e\":\"größe \\\"x\\\" \\u00e9"
                + " 🙂\",\"f\":true} ",
            "{\"g\":12345678.90,\"h\":1234567890123.45678,\"i\":\"2024-02-29\",\"t\":0.5,\"u\":0.125}",
            "{\"j\":\"2024-02-29T12:34:56.789Z\",\"k\":\"2024-02-29 12:34:56\"}",
            "{\"l\":[1,null,3],\"m\":{\"x\":1,\"y\":null},\"n\":{\"x\":1,\"z\":[{\"p\":1},null]}}",
            "{ \"unknown\" : [ { \"x\" : [ ] } , \"\\n\" , -1.5E-7 , false ] , \"A\" : null }",
            "{\"c\":0.12345678901234567,\"d\":3.4028234663852886e38,\"a\":9223372036854775807}");
    for (String line : lines) {
      reading.read(line.getBytes(StandardCharsets.UTF_8));
      assertThat(reading.odd).as(line).isFalse();
    }
  }
}
