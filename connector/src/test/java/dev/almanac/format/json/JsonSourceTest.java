package dev.almanac.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.Formats;
import dev.almanac.format.ReadRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;

/** Whole files, against {@code spark.read.json}. */
class JsonSourceTest extends JsonTest {

  private static final int LINES = 3000;

  private Path write(String name, byte[] text) throws IOException {
    return Files.write(folder.resolve(name), text);
  }

  /** Lines that end in each way; the last has no end. */
  private static byte[] text(String columns, long seed, int lines, String... ends) {
    RandomJson random = new RandomJson(seed);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < lines; i++) {
      text.writeBytes(random.line(schema(columns)));
      if (i < lines - 1) {
        text.writeBytes(ends[i % ends.length].getBytes(StandardCharsets.UTF_8));
      }
    }
    return text.toByteArray();
  }

  private static List<UnsafeRow> bySpark(Path file, StructType columns, String... options) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    Bits bits = new Bits(columns);
    QueryExecution query =
        spark().read().schema(columns).options(map).json(file.toString()).queryExecution();
    // As an execution, so that tasks have the session's settings.
    InternalRow[] rows =
        SQLExecution.withNewExecutionId(
            query, Option.empty(), () -> query.executedPlan().executeCollect());
    return Arrays.stream(rows).map(bits::of).toList();
  }

  private static FileReader reader(StructType columns, String... options) {
    String[] keys = new String[options.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = i % 2 == 0 && !options[i].startsWith("json-") ? "json." + options[i] : options[i];
    }
    return sent(
        Formats.named("json")
            .reader(new ReadRequest(columns, columns, List.of(), false), context(keys)));
  }

  private static List<UnsafeRow> ours(FileSlice slice, StructType columns, String... options)
      throws IOException {
    return new Bits(columns).of(reader(columns, options).rows(slice));
  }

  private static boolean columnar(StructType columns, String... options) {
    return Formats.named("json").columnar(columns, context(options));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void readsFilesAsSparkDoes(String name, String written, String read) throws IOException {
    Path file = write("f.json", text(written, 21, LINES, "\n", "\r\n", "\r"));
    for (String mode : List.of("PERMISSIVE", "DROPMALFORMED")) {
      // Spark spells no keys as the columns: it is asked in a session where case matters.
      List<UnsafeRow> expected = withCaseSensitive(() -> bySpark(file, schema(read), "mode", mode));
      List<UnsafeRow> found =
          withCaseSensitive(() -> ours(slice(file), schema(read), "mode", mode));
      assertThat(found).as(mode).hasSameSizeAs(expected).isEqualTo(expected);
      assertThat(ours(slice(file), schema(read), "mode", mode))
          .as("%s, in any case", mode)
          .isEqualTo(ours(slice(file), schema(read), "mode", mode, "json-reader", "spark"));
    }
  }

  private interface Reading {
    List<UnsafeRow> rows() throws IOException;
  }

  private static List<UnsafeRow> withCaseSensitive(Reading reading) throws IOException {
    spark().conf().set("spark.sql.caseSensitive", "true");
    try {
      return reading.rows();
    } finally {
      spark().conf().set("spark.sql.caseSensitive", "false");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowSingleQuotes=false",
        "allowComments=true",
        "allowUnquotedFieldNames=true",
        "allowNumericLeadingZeros=true",
        "allowNonNumericNumbers=false",
        "allowBackslashEscapingAnyCharacter=true",
        "allowUnquotedControlChars=true",
        "dateFormat=yyyy-MM-dd",
        "timestampFormat=yyyy-MM-dd HH:mm:ss",
        "timestampNTZFormat=yyyy-MM-dd'T'HH:mm:ss[.SSS]",
        "timeZone=Europe/Amsterdam",
        "locale=de",
        "primitivesAsString=true",
        "enableDateTimeParsingFallback=false",
        "useUnsafeRow=true",
        "encoding=UTF-8",
        "encoding=ISO-8859-1&lineSep=\n",
        "lineSep=}",
        "maxNestingDepth=3",
        "maxNumLen=5",
        "maxStringLen=10",
        "columnNameOfCorruptRecord=e"
      })
  void takesOptionsAsSparkDoes(String options) throws IOException {
    Path file = write("f.json", text(EVERY_TYPE, 22, 400, "\n"));
    String[] all = options.split("[=&]", -1);
    List<UnsafeRow> expected = withCaseSensitive(() -> bySpark(file, schema(EVERY_TYPE), all));
    assertThat(withCaseSensitive(() -> ours(slice(file), schema(EVERY_TYPE), all)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.sql.legacy.timeParserPolicy=LEGACY",
        "spark.sql.legacy.timeParserPolicy=CORRECTED",
        "spark.sql.json.enablePartialResults=false",
        "spark.sql.json.enableExactStringParsing=false",
        "spark.sql.legacy.json.allowEmptyString.enabled=true",
        "spark.sql.session.timeZone=America/New_York",
        "spark.sql.columnNameOfCorruptRecord=e"
      })
  void takesSettingsAsSparkDoes(String setting) throws IOException {
    Path file = write("f.json", text(EVERY_TYPE, 23, 400, "\n"));
    String[] pair = setting.split("=", 2);
    String before = spark().conf().get(pair[0]);
    spark().conf().set(pair[0], pair[1]);
    try {
      String read = EVERY_TYPE + ", v STRING";
      List<UnsafeRow> expected = withCaseSensitive(() -> bySpark(file, schema(read)));
      assertThat(withCaseSensitive(() -> ours(slice(file), schema(read)))).isEqualTo(expected);
    } finally {
      spark().conf().set(pair[0], before);
    }
  }

  @Test
  void givesEachRowOnceWhereverLinesOfAnyEndAreCut() throws IOException {
    for (String start : List.of("", "\ufeff", "\n", "\r\n\r\n")) {
      byte[] text =
          (start + "{\"id\":1}\r\n{\"id\":2}\r\r\n\n{\"id\":3}\n\r{\"id\":4}\r{\"id\":5}")
              .getBytes(StandardCharsets.UTF_8);
      Path file = write("f.json", text);
      StructType columns = schema("id INT");
      List<UnsafeRow> whole = ours(slice(file), columns);
      assertThat(whole).hasSize(5).isEqualTo(bySpark(file, columns));
      FileReader reader = reader(columns);
      Bits bits = new Bits(columns);
      for (int first = 1; first < text.length; first++) {
        for (int length : new int[] {0, 1, 2, 9}) {
          List<UnsafeRow> rows = new ArrayList<>();
          long[] cuts =
              LongStream.of(first, first + length)
                  .distinct()
                  .filter(c -> c < text.length)
                  .toArray();
          for (FileSlice slice : slices(file, cuts)) {
            rows.addAll(bits.of(reader.rows(slice)));
          }
          assertThat(rows).as("%s, cut at %s", start, Arrays.toString(cuts)).isEqualTo(whole);
        }
      }
    }
  }

  @Test
  void readsLinesOfAnyLength() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int length :
        new int[] {
          1, 600_000, 16_000, 3_000_000, 10, 524_270, 524_288, 0, 1_048_576, 65_510, 65_530, 65_536,
          131_060, 131_072, 200_000, 7
        }) {
      text.writeBytes(
          "{\"id\":%d,\"text\":\"%s\",\"rest\":[1]}\n"
              .formatted(length, "x".repeat(length))
              .getBytes(StandardCharsets.UTF_8));
    }
    Path plain = write("f.json", text.toByteArray());
    Path zstd = write("f.json.zst", Zstd.compress(text.toByteArray()));
    StructType columns = schema("id BIGINT, text STRING");
    List<UnsafeRow> expected = bySpark(plain, columns);
    assertThat(ours(slice(plain), columns)).isEqualTo(expected);
    assertThat(ours(slice(zstd), columns)).isEqualTo(expected);
    List<UnsafeRow> cut = new ArrayList<>();
    for (FileSlice slice : slices(plain, 300_000, 600_100, 2_000_000, 3_700_000)) {
      cut.addAll(ours(slice, columns));
    }
    assertThat(cut).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "1", "{}", "{}\n", "{\"id\":1}"})
  void startsAfterAByteOrderMark(String text) throws IOException {
    StructType columns = schema("id INT");
    for (String start : List.of("", "\ufeff")) {
      byte[] bytes = (start + text).getBytes(StandardCharsets.UTF_8);
      Path plain = write("f.json", bytes);
      List<UnsafeRow> expected = bySpark(plain, columns);
      assertThat(expected).hasSize(text.isBlank() ? 0 : 1);
      assertThat(ours(slice(plain), columns)).as("plain").isEqualTo(expected);
      Path zstd = write("f.json.zst", Zstd.compress(bytes));
      assertThat(ours(slice(zstd), columns)).as("compressed").isEqualTo(expected);
    }
  }

  @Test
  void givesTheRowsBeforeAMalformedOne() throws IOException {
    Path file =
        write(
            "f.json",
            "{\"a\":1}\n{\"a\":2}\n{\"a\":}\n{\"a\":4}\n".getBytes(StandardCharsets.UTF_8));
    try (PartitionReader<InternalRow> rows =
        reader(schema("a INT"), "mode", "FAILFAST").rows(slice(file))) {
      for (int i = 1; i <= 2; i++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.get().getInt(0)).isEqualTo(i);
      }
      assertThatThrownBy(rows::next).hasMessageContaining("FAILFAST");
    }
  }

  @Test
  void givesTheRowsBeforeAFilesDamage() throws IOException {
    byte[] text = text("a INT, e STRING", 24, 20_000, "\n");
    byte[] whole = Zstd.compress(text);
    Path file = write("f.json.zst", Arrays.copyOf(whole, whole.length * 3 / 4));
    assertThat(rowsBeforeError(file, "almanac"))
        .isGreaterThan(1000)
        .isGreaterThanOrEqualTo(rowsBeforeError(file, "spark"));
  }

  private static int rowsBeforeError(Path file, String by) throws IOException {
    AtomicInteger count = new AtomicInteger();
    try (PartitionReader<InternalRow> rows =
        reader(schema("a INT"), "json-reader", by).rows(slice(file))) {
      assertThatThrownBy(
              () -> {
                while (rows.next()) {
                  count.incrementAndGet();
                }
              })
          .hasMessageContaining(slice(file).path());
    }
    return count.get();
  }

  @Test
  void leavesToSparkWhatIsNotOrdinary() {
    StructType columns = schema("a INT, b STRUCT<c: DATE>");
    assertThat(columnar(columns)).isTrue();
    assertThat(columnar(columns, "json-reader", "spark")).isFalse();
    assertThat(columnar(columns, "JSON-Reader", "Spark")).isFalse();
    assertThat(columnar(columns, "json.encoding", "UTF-8")).isFalse();
    assertThat(columnar(columns, "json.lineSep", ";")).isFalse();
    assertThat(columnar(columns, "json.multiLine", "true")).isFalse();
    assertThat(columnar(columns, "json.mode", "DROPMALFORMED")).isFalse();
    assertThat(columnar(columns.add("_corrupt_record", "string"))).isFalse();
    assertThat(columnar(schema("a STRUCT<b: VARIANT>"))).isFalse();
    assertThat(columnar(schema("a INTERVAL DAY TO SECOND"))).isFalse();
  }
}
