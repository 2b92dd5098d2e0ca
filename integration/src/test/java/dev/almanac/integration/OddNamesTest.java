package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of every kind: of datasets, of the folders on the way to them, and of files. */
class OddNamesTest extends LakeTest {

  static Stream<String> names() {
    return Stream.of(
        "plain",
        "hyphened-name",
        "dotted.name",
        "with space",
        " leading and trailing ",
        "percent%",
        "encoded%20space",
        "colon:name",
        "2024-01-01T10:00:00",
        "plus+name",
        "hash#name",
        "question?",
        "back\\slash",
        "up\\..\\up",
        "C:\\drive\\",
        "star*",
        "[bracket]{brace}",
        "amper&sand=equals",
        "comma,semi;colon",
        "quote'd \"name\"",
        "tilde~$dollar@at!",
        "UPPER",
        "as_at_home",
        "by_product",
        "BACKOUT",
        "year_2024_totals",
        "2024",
        "select");
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private void dataset(String path, String file) {
    lake.file(path + "/" + file + ".jsonl", "{\"id\":1}\n")
        .parquet(spark(), path + "/" + file + ".parquet", "SELECT 2L AS id");
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofDatasets(String name) {
    dataset(name, "data");

    String table = catalog + "." + quoted(name);
    assertThat(column("SELECT id FROM " + table)).containsExactlyInAnyOrder("1", "2");
    assertThat(column("SELECT count(*) FROM " + table)).containsExactly("2");
    assertThat(tables(catalog)).containsExactly(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofFoldersAboveDatasets(String name) {
    dataset(name + "/inner", "data");

    assertThat(column("SELECT id FROM " + catalog + "." + quoted(name) + ".inner"))
        .containsExactlyInAnyOrder("1", "2");
    assertThat(column("SHOW NAMESPACES IN " + catalog)).containsExactly(namespace(name));
  }

  /** As Spark shows it. */
  private static String namespace(String name) {
    return name.matches("[A-Za-z_]\\w*") ? name : quoted(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofFiles(String name) {
    dataset("t/" + day(1), name);

    String table = catalog + ".t FOR '2024-01-01'";
    assertThat(column("SELECT id FROM " + table)).containsExactlyInAnyOrder("1", "2");
    assertThat(column("SELECT _metadata.file_path FROM " + table + " WHERE id = 1"))
        .containsExactly(
            folder
                .resolve("t/" + day(1) + "/" + name + ".jsonl")
                .toUri()
                .toString()
                .replace("file:///", "file:/"));
    assertThat(column("SELECT id FROM " + table + " WHERE _metadata.file_name LIKE '%.parquet'"))
        .containsExactly("2");
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofFrames(String name) {
    dataset("t/" + day(1) + "/as_at_" + name, "data");
    lake.mark("t/" + day(1) + "/as_at_" + name + "/frame.complete");

    assertThat(column("SELECT DISTINCT _frame FROM " + catalog + ".t FOR '2024-01-01'"))
        .containsExactly("as_at_" + name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofSegments(String name) {
    dataset("t/" + day(1) + "/by_k/k=" + name, "data");
    dataset("t/" + day(1) + "/by_k/k=other", "data");

    assertThat(count("SELECT id FROM " + catalog + ".t FOR '2024-01-01'")).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofSingleFiles(String name) {
    dataset("t", name);

    assertThat(column("SELECT id FROM " + catalog + ".t." + quoted(name + ".jsonl")))
        .containsExactly("1");
    assertThat(column("SELECT id FROM " + catalog + ".t." + quoted(name + ".parquet")))
        .containsExactly("2");
  }

  @Test
  void ofOtherScripts() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        canStore("\u00fc"), "the JVM's locale has no such names");
    for (String name : List.of("\u00fcber", "\u65e5\u672c\u8a9e", "\ud83e\ude90", "e\u0301")) {
      dataset(name, name);

      assertThat(column("SELECT id FROM " + catalog + "." + quoted(name)))
          .as(name)
          .containsExactlyInAnyOrder("1", "2");
    }
    assertThat(tables(catalog)).hasSize(4);
  }

  private boolean canStore(String name) throws IOException {
    try {
      Path file = folder.resolve(name);
      Files.delete(Files.createFile(file));
      return true;
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }

  private List<String> tables(String namespace) {
    return rows("SHOW TABLES IN " + namespace).stream().map((Row row) -> row.getString(1)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "`..`.secret",
        "t.`..`.`..`.secret",
        "`../secret`",
        "`t/../../secret`",
        "`.`.t",
        "t.`.`",
        "`/etc`.passwd",
        "`t/`",
        "`file:/etc/passwd`.x",
        "``.t",
      })
  void namesThatAreNoPathsAreRefused(String name) {
    dataset("t", "data");

    String sql = "SELECT * FROM " + catalog + "." + name;
    Errors.thrownBy(Condition.INVALID_NAME, () -> rows(sql))
        .contains("Invalid table name " + catalog)
        .contains("Write each folder as one part");
  }

  /** As {@code parquet.`/path`} is, which names no table of any catalog. */
  @Test
  void absolutePathsAreNoTables() {
    dataset("t", "data");

    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t.`/etc/passwd`"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T", "t2", "Orders", "t.data"})
  void otherNamesAreNoDatasets(String name) {
    dataset("t", "data");

    Errors.thrownBy(
            Condition.NO_SUCH_DATASET,
            () -> rows("SELECT * FROM " + catalog + "." + name + " FOR TODAY"))
        .contains(name.contains(".") ? "t.data" : name)
        .contains("SHOW TABLES");
  }
}
