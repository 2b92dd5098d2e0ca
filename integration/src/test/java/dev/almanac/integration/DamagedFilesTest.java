package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files: an error that names the file and the way out, or what the user's settings say. */
class DamagedFilesTest extends LakeTest {

  private static final String IGNORE_CORRUPT = "spark.sql.files.ignoreCorruptFiles";
  private static final String GOOD = "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"b\"}\n";
  private static final String BROKEN =
      "{\"id\":3,\"name\":\"c\"}\n{\"id\":4,\"na\n{\"id\":5,\"name\":\"e\"}\n";

  @BeforeEach
  void undated() {
    set("partition-scheme", "none");
  }

  @AfterEach
  void unset() {
    spark().conf().unset(IGNORE_CORRUPT);
  }

  private String all() {
    return "SELECT * FROM " + catalog + ".t";
  }

  private void cut(String file) throws IOException {
    Path path = folder.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }

  /** A file of many bytes, so that there is something to lose. */
  private void many(String format, String file) {
    lake.write(spark(), format, file, "SELECT id, uuid() AS text FROM range(20000)");
  }

  /** Columns are those of the good file: it is changed last. */
  private void goodAnd(String damaged, String format) throws IOException {
    many(format, damaged);
    cut(damaged);
    String good = "t/good." + damaged.substring(damaged.lastIndexOf('.') + 1);
    many(format, good);
    Files.setLastModifiedTime(
        folder.resolve(good),
        java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro"})
  void aCutFileIsNamed(String format) throws IOException {
    goodAnd("t/cut." + format, format);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all()))
        .contains("t/cut." + format)
        .contains(IGNORE_CORRUPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro"})
  void aCutFileThatDecidesTheColumnsIsNamed(String format) throws IOException {
    many(format, "t/cut." + format);
    cut("t/cut." + format);
    if (format.equals("avro")) {
      Files.write(folder.resolve("t/cut.avro"), new byte[] {'O', 'b', 'j', 1, 3});
    }

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/cut." + format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void cutFilesAreSkippedWhereTheUserSaysSo(String format) throws IOException {
    goodAnd("t/cut." + format, format);
    spark().conf().set(IGNORE_CORRUPT, "true");

    assertThat(count(all())).isEqualTo(20_000);
  }

  @Test
  void countsFromFootersNameTheFileToo() throws IOException {
    goodAnd("t/cut.parquet", "parquet");

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE, () -> rows("SELECT count(*) FROM " + catalog + ".t"))
        .contains("t/cut.parquet");

    spark().conf().set(IGNORE_CORRUPT, "true");
    assertThat(column("SELECT count(*) FROM " + catalog + ".t")).containsExactly("20000");
  }

  @Test
  void aDamagedPageIsNamed() throws IOException {
    many("parquet", "t/a.parquet");
    byte[] bytes = Files.readAllBytes(folder.resolve("t/a.parquet"));
    Arrays.fill(bytes, 200, 4_000, (byte) 0x5a);
    Files.write(folder.resolve("t/a.parquet"), bytes);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/a.parquet");
  }

  @ParameterizedTest
  @CsvSource({"zstd", "zst", "gz"})
  void cutCompressedTextIsAnError(String compression) throws IOException {
    lake.file("t/good.jsonl", GOOD);
    byte[] whole = compressed(compression, GOOD.repeat(5_000));
    lake.bytes("t/cut.jsonl." + compression, Arrays.copyOf(whole, whole.length * 2 / 3));

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all()))
        .contains("t/cut.jsonl." + compression)
        .contains(IGNORE_CORRUPT);

    spark().conf().set(IGNORE_CORRUPT, "true");
    assertThat(count(all())).isBetween(2L, 10_001L);
  }

  @Test
  void zstdThatIsNoZstdIsAnError() {
    lake.file("t/good.jsonl", GOOD).file("t/not.jsonl.zstd", GOOD);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/not.jsonl.zstd");
  }

  private static byte[] compressed(String compression, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out =
        compression.equals("gz")
            ? new GZIPOutputStream(bytes)
            : new com.github.luben.zstd.ZstdOutputStream(bytes)) {
      // Text that does not repeat, so that a part of the bytes is a part of the text.
      java.util.Random random = new java.util.Random(7);
      for (String line : text.lines().toList()) {
        String salted = line.replace("}", ",\"salt\":" + random.nextLong() + "}\n");
        out.write(salted.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Spark's three modes, as {@code spark.read.json} has them. */
  @ParameterizedTest
  @CsvSource({"PERMISSIVE, 3", "DROPMALFORMED, 2", "FAILFAST, -1"})
  void aBrokenJsonLineIsForTheModeToDecide(String mode, int rows) {
    lake.file("t/broken.jsonl", BROKEN).file("t/zgood.jsonl", GOOD);
    set("json.mode", mode);

    String sql = "SELECT id, name FROM " + catalog + ".t";
    if (rows < 0) {
      Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(sql))
          .contains("t/broken.jsonl")
          .containsIgnoringCase("json");
    } else {
      assertThat(count(sql)).isEqualTo(rows + 2);
      assertThat(column(sql + " WHERE id IS NULL")).hasSize(rows - 2);
      assertThat(column(sql + " WHERE id IS NOT NULL"))
          .containsExactlyInAnyOrder("1", "2", "3", "5");
    }
  }

  @Test
  void aBrokenJsonLineIsKeptWhereTheUserAsksForIt() {
    lake.file("t/broken.jsonl", BROKEN);
    set("json.columnNameOfCorruptRecord", "broken");

    assertThat(column("SELECT broken FROM " + catalog + ".t WHERE broken IS NOT NULL"))
        .containsExactly("{\"id\":4,\"na");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "ndjson", "json", "csv", "tsv", "psv"})
  void textOfNoBytesHasNoRows(String type) {
    String rows = type.contains("js") ? GOOD : "id\n1\n2\n";
    lake.file("t/empty." + type, "").file("t/full." + type, rows);

    assertThat(column("SELECT id FROM " + catalog + ".t")).containsExactlyInAnyOrder("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro", "arrow", "feather", "ipc"})
  void otherFilesOfNoBytesAreDamaged(String type) {
    lake.file("t/empty." + type, "").file("t/full.jsonl", GOOD);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all()))
        .contains("t/empty." + type)
        .contains("0 bytes")
        .contains(IGNORE_CORRUPT);

    spark().conf().set(IGNORE_CORRUPT, "true");
    assertThat(count(all())).isEqualTo(2);
  }

  @Test
  void aDatasetOfNothingButEmptyTextHasNoRows() {
    lake.file("t/empty.jsonl", "");

    assertThat(count(all())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro", "arrow"})
  void textThatIsCalledOtherwiseIsAnError(String type) {
    lake.file("t/text." + type, GOOD);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/text." + type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void binaryThatIsCalledTextGivesNoStackTrace(String type) {
    many("parquet", "t/made.parquet");
    Path made = folder.resolve("t/made.parquet");
    assertThat(made.toFile().renameTo(folder.resolve("t/binary." + type).toFile())).isTrue();

    if (type.equals("json")) {
      Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/binary.json");
    } else {
      assertThat(count(all())).isNotNegative(); // every text is CSV
    }
  }

  @Test
  void anUnreadableFileSaysWhoseRightIsMissing() throws IOException {
    lake.file("t/a.jsonl", GOOD).file("t/b.jsonl", GOOD);
    Path closed = folder.resolve("t/a.jsonl");
    Files.setPosixFilePermissions(closed, java.util.Set.of());
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(closed), "root reads all files");

    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all()))
        .contains("t/a.jsonl")
        .contains("permission");
    spark().conf().set(IGNORE_CORRUPT, "true");
    Errors.thrownBy(Condition.CANNOT_READ_FILE, () -> rows(all())).contains("t/a.jsonl");
  }
}
