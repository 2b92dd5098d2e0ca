package dev.almanac.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What every file format must do; each has a class that says how its files are made. */
abstract class DataFormatContract extends FormatTest {

  /** The name of the format. */
  abstract String format();

  /** Writes rows as one file. */
  abstract void write(Dataset<Row> rows, Path file) throws IOException;

  /** SQL of columns {@code id BIGINT} and one of each type that the format has; some rows. */
  abstract String everyType();

  /** Whether a file of no bytes has no rows, rather than being an error. */
  abstract boolean emptyFileIsEmpty();

  /** Whether values can be structs, arrays and maps. */
  boolean nests() {
    return true;
  }

  /** Whether the format gives batches. */
  boolean columnar() {
    return true;
  }

  /** Whether files are split. */
  boolean splits() {
    return true;
  }

  /** Whether a file that is cut short can be told from a whole one. */
  boolean knowsItsEnd() {
    return true;
  }

  /** Whether the format has types of its own, rather than text. */
  boolean typed() {
    return true;
  }

  /** Whether there are types for integers of 8 and 16 bits. */
  boolean smallIntegers() {
    return true;
  }

  /** The options of the store. */
  String[] options() {
    return new String[0];
  }

  final DataFormat dataFormat() {
    return Formats.named(format());
  }

  final Path file(String name, String sql) throws IOException {
    Path file = folder.resolve(name + "." + format());
    write(spark().sql(sql), file);
    return file;
  }

  /** Reads by rows, and makes sure that batches give the same. */
  final List<String> read(Path file, StructType table, StructType columns) {
    return read(file, table, columns, slice(file));
  }

  private List<String> read(Path file, StructType table, StructType columns, FileSlice slice) {
    ReadRequest request = new ReadRequest(table, columns, List.of(), false);
    List<String> rows = texts(rows(dataFormat(), request, slice, context(options())));
    if (columnar()) {
      assertThat(dataFormat().columnar(columns, context(options()))).isTrue();
      assertThat(texts(batches(dataFormat(), request, slice, context(options()))))
          .as("batches of %s", file)
          .isEqualTo(rows);
    }
    return rows;
  }

  final List<String> read(Path file, String columns) {
    return read(file, schema(columns), schema(columns));
  }

  @Test
  void givesBackValuesOfEveryType() throws IOException {
    Dataset<Row> data = spark().sql(everyType());
    Path file = file("every", everyType());
    assertThat(read(file, data.schema(), data.schema())).isEqualTo(texts(data.collectAsList()));
  }

  @Test
  void readsEachColumnAlone() throws IOException {
    Dataset<Row> data = spark().sql(everyType());
    List<Row> rows = data.collectAsList();
    Path file = file("every", everyType());
    for (int i = 0; i < data.columns().length; i++) {
      int column = i;
      StructType alone = new StructType().add(data.schema().fields()[column]);
      List<Row> expected = rows.stream().map(row -> RowFactory.create(row.get(column))).toList();
      assertThat(read(file, data.schema(), alone))
          .as(alone.fieldNames()[0])
          .isEqualTo(texts(expected));
    }
  }

  @Test
  void givesColumnsInTheOrderAsked() throws IOException {
    Path file = file("f", "SELECT 1L AS a, 'x' AS b, 2L AS c");
    assertThat(read(file, schema("a BIGINT, b STRING, c BIGINT"), schema("c BIGINT, a BIGINT")))
        .containsExactly("[2, 1]");
  }

  @Test
  void countsRowsWhenNoColumnIsAsked() throws IOException {
    Path file = file("f", "SELECT id FROM range(1000)");
    assertThat(read(file, schema("id BIGINT"), schema(""))).hasSize(1000);
  }

  @Test
  void givesNullsForColumnsThatTheFileLacks() throws IOException {
    Path file = file("f", "SELECT 1L AS a");
    assertThat(read(file, "before STRING, a BIGINT, after INT")).containsExactly("[null, 1, null]");
  }

  @Test
  void givesNothingButNullsIfTheFileLacksAllColumns() throws IOException {
    assumeThat(typed()).isTrue();
    Path file = file("f", "SELECT id AS a FROM range(3)");
    assertThat(read(file, schema("a BIGINT, b INT"), schema("b INT")))
        .containsExactly("[null]", "[null]", "[null]");
  }

  @Test
  void matchesNamesInAnyCase() throws IOException {
    Path file = file("f", "SELECT 1L AS Id, 'x' AS NAME");
    assertThat(read(file, "ID BIGINT, name STRING")).containsExactly("[1, x]");
  }

  @Test
  void readsNestedFieldsAlone() throws IOException {
    assumeThat(nests()).isTrue();
    Path file =
        file(
            "f",
            "SELECT named_struct('x', 1L, 'y', 'b', 'z', named_struct('p', 2L, 'q', 'd')) AS s,"
                + " array(named_struct('m', 3L, 'n', 'f')) AS l");
    StructType table =
        schema(
            "s STRUCT<x: BIGINT, y: STRING, z: STRUCT<p: BIGINT, q: STRING>>,"
                + " l ARRAY<STRUCT<m: BIGINT, n: STRING>>");
    assertThat(
            read(
                file,
                table,
                schema("l ARRAY<STRUCT<n: STRING>>, s STRUCT<y: STRING, z: STRUCT<q: STRING>>")))
        .containsExactly("[[[f]], [b, [d]]]");
  }

  @Test
  void givesNullsForNestedFieldsThatTheFileLacks() throws IOException {
    assumeThat(nests()).isTrue();
    Path file = file("f", "SELECT named_struct('x', 1L) AS s");
    assertThat(read(file, "s STRUCT<w: STRING, x: BIGINT, y: INT>"))
        .containsExactly("[[null, 1, null]]");
  }

  @Test
  void widensTypes() throws IOException {
    Path file =
        file(
            "f", "SELECT 3 AS a, CAST(1.5 AS FLOAT) AS b, 4 AS c, CAST(1.25 AS DECIMAL(5,2)) AS d");
    assertThat(read(file, "a BIGINT, b DOUBLE, c DOUBLE, d DECIMAL(20,4)"))
        .containsExactly("[3, 1.5, 4.0, 1.2500]");
  }

  @Test
  void widensSmallIntegers() throws IOException {
    assumeThat(smallIntegers()).isTrue();
    Path file =
        file(
            "f",
            "SELECT CAST(1 AS TINYINT) AS a, CAST(2 AS SMALLINT) AS b, CAST(3 AS TINYINT) AS c,"
                + " CAST(4 AS SMALLINT) AS d, 5 AS e");
    assertThat(read(file, "a SMALLINT, b INT, c BIGINT, d DOUBLE, e DECIMAL(12,2)"))
        .containsExactly("[1, 2, 3, 4.0, 5.00]");
  }

  @Test
  void widensNestedTypes() throws IOException {
    assumeThat(nests()).isTrue();
    Path file =
        file(
            "f",
            "SELECT named_struct('x', 1) AS s, array(2) AS l, map('k', CAST(0.5 AS FLOAT)) AS m");
    assertThat(read(file, "s STRUCT<x: BIGINT>, l ARRAY<BIGINT>, m MAP<STRING, DOUBLE>"))
        .containsExactly("[[1], [2], {k=0.5}]");
  }

  @Test
  void refusesTypesThatDoNotFit() throws IOException {
    assumeThat(typed()).isTrue();
    List<String[]> misfits =
        List.of(
            new String[] {"'text'", "INT"},
            new String[] {"70000", "SMALLINT"},
            new String[] {"5000000000", "INT"},
            new String[] {"1.5D", "FLOAT"},
            new String[] {"1.5D", "BIGINT"},
            new String[] {"1", "STRING"},
            new String[] {"1", "DATE"},
            new String[] {"DATE'2020-01-01'", "TIMESTAMP"},
            new String[] {"TIMESTAMP'2020-01-01'", "TIMESTAMP_NTZ"},
            new String[] {"CAST(1.25 AS DECIMAL(5,2))", "DECIMAL(4,1)"});
    for (int i = 0; i < misfits.size(); i++) {
      Path file = file("misfit" + i, "SELECT " + misfits.get(i)[0] + " AS a, 1L AS b");
      StructType table = schema("b BIGINT, a " + misfits.get(i)[1]);
      assertThatThrownBy(() -> read(file, table, table))
          .as("%s as %s", misfits.get(i)[0], misfits.get(i)[1])
          .isInstanceOfSatisfying(
              AlmanacException.class,
              e -> assertThat(e.condition()).isEqualTo(Condition.INCOMPATIBLE_SCHEMA))
          .hasMessageContaining(slice(file).path())
          .hasMessageContaining("the table's column a is");
      assertThat(read(file, table, schema("b BIGINT"))).containsExactly("[1]");
    }
  }

  @Test
  void readsAFileWithoutRows() throws IOException {
    Path file = file("f", "SELECT id AS a, 'x' AS b FROM range(0)");
    assertThat(read(file, "a BIGINT, b STRING")).isEmpty();
  }

  @Test
  void treatsAFileOfNoBytesAsItsKindDoes() throws IOException {
    Path file = Files.createFile(folder.resolve("nothing." + format()));
    if (emptyFileIsEmpty()) {
      assertThat(read(file, "a BIGINT")).isEmpty();
      assertThat(dataFormat().inferSchema(slice(file), context(options())).columns())
          .isEqualTo(new StructType());
    } else {
      assertCannotRead(file, "0 bytes");
      assertThatThrownBy(() -> dataFormat().inferSchema(slice(file), context(options())))
          .hasMessageContaining(slice(file).path())
          .hasMessageContaining("0 bytes");
    }
  }

  @Test
  void namesAFileThatIsCutShort() throws IOException {
    assumeThat(knowsItsEnd()).isTrue();
    Path whole = file("whole", "SELECT id AS a, uuid() AS b FROM range(20000)");
    byte[] bytes = Files.readAllBytes(whole);
    for (double part : new double[] {0.1, 0.5, 0.9, 0.999}) {
      Path cut = folder.resolve("cut" + part + "." + format());
      Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * part)));
      assertCannotRead(cut, "");
    }
  }

  @Test
  void namesAFileThatIsSomethingElse() throws IOException {
    assumeThat(knowsItsEnd()).isTrue();
    Path file = folder.resolve("other." + format());
    Files.writeString(file, "This is a letter, and no data at all. ".repeat(100));
    assertCannotRead(file, "");
  }

  private void assertCannotRead(Path file, String reason) {
    assertThatThrownBy(() -> read(file, "a BIGINT, b STRING"))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> {
              assertThat(e.condition()).isEqualTo(Condition.CANNOT_READ_FILE);
              assertThat(ReadErrors.isCorruptFile(e)).isTrue();
              assertThat(ReadErrors.isMissingFile(e)).isFalse();
            })
        .hasMessageContaining(slice(file).path())
        .hasMessageContaining(reason)
        .hasMessageContaining("ignoreCorruptFiles")
        .message()
        .doesNotContain("\tat ");
  }

  @Test
  void namesAFileThatVanished() throws IOException {
    Path file = file("f", "SELECT 1L AS a");
    FileSlice listed = slice(file);
    Files.delete(file);
    assertThatThrownBy(() -> read(file, schema("a BIGINT"), schema("a BIGINT"), listed))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> {
              assertThat(e.condition()).isEqualTo(Condition.CANNOT_READ_FILE);
              assertThat(ReadErrors.isMissingFile(e)).isTrue();
              assertThat(ReadErrors.isCorruptFile(e)).isFalse();
            })
        .hasMessageContaining(listed.path())
        .hasMessageContaining("ignoreMissingFiles");
  }

  @Test
  void namesAFileThatMayNotBeRead() throws IOException {
    Path file = file("f", "SELECT 1L AS a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("the tests run as root").isFalse();
    assertThatThrownBy(() -> read(file, "a BIGINT"))
        .isInstanceOfSatisfying(
            AlmanacException.class, e -> assertThat(ReadErrors.isForbidden(e)).isTrue())
        .hasMessageContaining(slice(file).path())
        .hasMessageContaining("permission denied");
  }

  @Test
  void givesEachRowOnceWhereverAFileIsCut() throws IOException {
    assumeThat(splits()).isTrue();
    Path file = file("f", "SELECT id, repeat('x', CAST(id % 40 AS INT)) AS s FROM range(3000)");
    StructType columns = schema("id BIGINT, s STRING");
    assertThat(dataFormat().splittable(slice(file).path(), context(options()))).isTrue();
    List<String> whole = read(file, columns, columns);
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      long[] cuts = random.longs(1 + round % 5, 1, Files.size(file)).distinct().sorted().toArray();
      List<String> together = new ArrayList<>();
      for (FileSlice slice : slices(file, cuts)) {
        together.addAll(read(file, columns, columns, slice));
      }
      assertThat(together).as("cut at %s", Arrays.toString(cuts)).isEqualTo(whole);
    }
  }

  @Test
  void keepsAllRowsThatPassAFilter() throws IOException {
    Path file = file("f", "SELECT id, id % 7 AS r FROM range(5000)");
    StructType columns = schema("id BIGINT, r BIGINT");
    ReadRequest request =
        new ReadRequest(
            columns, columns, List.of(new EqualTo("r", 3L), new GreaterThan("id", 4000L)), false);
    List<String> rows = texts(rows(dataFormat(), request, slice(file), context(options())));
    assertThat(rows)
        .containsAll(
            texts(
                spark()
                    .sql("SELECT id, id % 7 AS r FROM range(5000) WHERE id % 7 = 3 AND id > 4000")
                    .collectAsList()));
  }

  @Test
  void readsPathsWithBlanksAndSigns() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b%20c+d=é#"));
    Path file = odd.resolve("x y%." + format());
    write(spark().sql("SELECT 1L AS a"), file);
    assertThat(read(file, "a BIGINT")).containsExactly("[1]");
    assertThat(dataFormat().inferSchema(slice(file), context(options())).columns().fieldNames())
        .containsExactly("a");
  }
}
