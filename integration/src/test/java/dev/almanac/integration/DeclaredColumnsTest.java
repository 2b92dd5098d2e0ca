package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code CREATE TABLE} declares the columns of a folder, and {@code DROP TABLE} forgets them. */
class DeclaredColumnsTest extends LakeTest {

  private String table;

  @BeforeEach
  void twoDays() {
    set("partition-scheme", "mabel");
    table = catalog + ".sales.orders";
    lake.file("sales/orders/" + day(1) + "/a.jsonl", "{\"id\":1,\"old\":\"x\"}\n")
        .parquet(spark(), "sales/orders/" + day(2) + "/a.parquet", "SELECT 2 AS id, 5 AS fresh");
  }

  private void create(String columns) {
    rows("CREATE TABLE " + table + " (" + columns + ")");
  }

  private String both() {
    return table + " FOR DATES BETWEEN '2024-01-01' AND '2024-01-02'";
  }

  private List<String> described() {
    return rows("DESCRIBE " + table).stream()
        .takeWhile(row -> !row.getString(0).startsWith("#"))
        .map(row -> row.getString(0) + " " + row.getString(1))
        .filter(line -> !line.isBlank())
        .toList();
  }

  @Test
  void declaredColumnsAreReadInPlaceOfThoseOfTheFiles() {
    create("id BIGINT, old STRING COMMENT 'was', never DOUBLE");

    assertThat(described()).containsExactly("id bigint", "old string", "never double");
    assertThat(rows("DESCRIBE " + table).toString()).contains("[old,string,was]");
    assertThat(rows("SELECT * FROM " + both() + " ORDER BY id"))
        .hasToString("[[1,x,null], [2,null,null]]");
    assertThat(rows("SELECT * FROM " + table + " FOR '2024-01-02'")).hasToString("[[2,null,null]]");
    assertThat(rows("SELECT id, _date FROM " + table + " FOR LATEST"))
        .hasToString("[[2,2024-01-02]]");
    assertThat(rows("SELECT count(*), count(never) FROM " + both())).hasToString("[[2,0]]");
  }

  @Test
  void aDeclarationIsReplacedAndForgotten() throws Exception {
    create("id BIGINT");
    assertThatThrownBy(() -> create("id INT")).hasMessageContaining("TABLE_OR_VIEW_ALREADY_EXISTS");
    rows("CREATE TABLE IF NOT EXISTS " + table + " (other INT)");
    assertThat(described()).containsExactly("id bigint");

    rows("CREATE OR REPLACE TABLE " + table + " (old STRING)");
    assertThat(described()).containsExactly("old string");
    rows("REPLACE TABLE " + table + " (id BIGINT, old STRING)");
    rows("REFRESH TABLE " + table);
    assertThat(described()).containsExactly("id bigint", "old string");

    rows("DROP TABLE " + table);
    assertThat(described()).containsExactly("id int", "fresh int");
    assertThat(Files.readString(folder.resolve("sales/orders/" + day(1) + "/a.jsonl")))
        .contains("old");
    assertThatThrownBy(() -> rows("DROP TABLE " + table))
        .hasMessageContaining("Cannot drop")
        .hasMessageContaining("does not change it");
    assertThatThrownBy(() -> rows("REPLACE TABLE " + table + " (id BIGINT)"))
        .hasMessageContaining("orders");
  }

  @Test
  void aFailedReplacementLeavesWhatThereWas() {
    create("id BIGINT");

    assertThatThrownBy(
        () -> rows("CREATE OR REPLACE TABLE " + table + " (id BIGINT) PARTITIONED BY (id)"));

    assertThat(described()).containsExactly("id bigint");
  }

  @Test
  void aClashOfTypesNamesTheFile() {
    create("id INT, fresh STRING");

    Errors.thrownBy(Condition.INCOMPATIBLE_SCHEMA, () -> rows("SELECT fresh FROM " + both()))
        .contains("column fresh is STRING, the file's is INT", day(2) + "/a.parquet");
    assertThat(rows("SELECT id FROM " + both() + " ORDER BY id")).hasToString("[[1], [2]]");
  }

  @Test
  void theFolderMustBeThereAndMayBeEmpty() throws Exception {
    String missing = "CREATE TABLE " + catalog + ".sales.nowhere (id BIGINT)";
    Errors.thrownBy(Condition.NO_SUCH_DATASET, () -> rows(missing))
        .contains("Cannot declare the columns of " + catalog + ".sales.nowhere");
    assertThat(folder.resolve("sales/nowhere")).doesNotExist();
    Errors.thrownBy(
        Condition.NO_SUCH_DATASET, () -> rows("CREATE TABLE " + catalog + ".sales (id BIGINT)"));

    spark().conf().unset("spark.sql.catalog." + catalog + ".partition-scheme");
    Files.createDirectories(folder.resolve("sales/empty"));
    rows("CREATE TABLE " + catalog + ".sales.empty (id BIGINT)");
    assertThat(rows("SELECT * FROM " + catalog + ".sales.empty")).isEmpty();
    assertThat(spark().catalog().tableExists(catalog + ".sales.empty")).isTrue();
    lake.file("sales/empty/a.jsonl", "{\"id\":7}\n");
    assertThat(rows("SELECT * FROM " + catalog + ".sales.empty")).hasToString("[[7]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(id BIGINT NOT NULL) | column id is NOT NULL",
        "(s STRUCT<x: INT NOT NULL>) | column s.x is NOT NULL",
        "(id BIGINT) PARTITIONED BY (id) | PARTITIONED BY",
        "(id BIGINT) USING parquet | provider",
        "(id BIGINT) LOCATION '/tmp/x' | location",
        "(id BIGINT) TBLPROPERTIES ('a' = 'b') | (a)",
        "(id BIGINT) COMMENT 'x' | comment",
        "(name VARCHAR(10)) | column name",
        "(name STRING COLLATE UNICODE_CI) | column name",
        "(nothing VOID) | column nothing is VOID",
        "'' | it names no columns",
      })
  void whatFilesCannotKeepIsRefused(String rest, String said) {
    Errors.thrownBy(Condition.UNSUPPORTED, () -> rows("CREATE TABLE " + table + " " + rest))
        .contains("Cannot declare the columns of " + table, said);
    assertThat(described()).containsExactly("id int", "fresh int");
  }

  @Test
  void otherThingsThatTablesHaveAreRefused() {
    assertThatThrownBy(() -> create("id BIGINT DEFAULT 1")).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> create("id BIGINT, n BIGINT GENERATED ALWAYS AS (id + 1)"))
        .isInstanceOf(Exception.class);
    for (String create : List.of("CREATE TABLE ", "CREATE OR REPLACE TABLE ")) {
      assertThatThrownBy(() -> rows(create + catalog + ".sales.made AS SELECT 1 AS id"))
          .hasMessageContaining("Cannot create");
      assertThatThrownBy(() -> rows(create + table + " AS SELECT 1 AS id"))
          .isInstanceOf(Exception.class);
    }
    assertThat(described()).containsExactly("id int", "fresh int");
    assertThat(folder.resolve("sales/made")).doesNotExist();
    assertThatCode(() -> rows("CREATE TABLE " + table + " (id BIGINT) USING almanac"))
        .doesNotThrowAnyException();
  }

  @Test
  void columnsThatFoldersGiveKeepTheirTypes() {
    set("partition-scheme", "hive");
    lake.file("h/dt=2024-01-01/a.jsonl", "{\"id\":1}\n");
    String hive = catalog + ".h";

    rows("CREATE TABLE " + hive + " (id BIGINT, dt DATE)");
    assertThat(rows("SELECT * FROM " + hive + " FOR '2024-01-01'")).hasToString("[[1,2024-01-01]]");
    rows("CREATE OR REPLACE TABLE " + hive + " (id BIGINT, dt STRING)");
    Errors.thrownBy(
            Condition.INCOMPATIBLE_SCHEMA,
            () -> rows("SELECT * FROM " + hive + " FOR '2024-01-01'"))
        .contains("column dt was declared as STRING", "DATE");
  }

  @Test
  void otherSessionsDoNotKnow() {
    create("id BIGINT");
    SparkSession second = spark().newSession();
    second.conf().set("spark.sql.catalog." + catalog, "dev.almanac.catalog.AlmanacCatalog");
    second.conf().set("spark.sql.catalog." + catalog + ".location", folder.toString());

    List<Row> columns =
        second.sql("SHOW COLUMNS IN " + table + " FOR '2024-01-02'").collectAsList();

    assertThat(columns).hasToString("[[id], [fresh]]");
  }
}
