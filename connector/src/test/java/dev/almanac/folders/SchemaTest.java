package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.LakeTest;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns a dataset has. */
class SchemaTest extends LakeTest {

  private String all;

  @BeforeEach
  void mabel() {
    set("partition-scheme", "mabel");
    all = catalog + ".t VERSION AS OF '2024-01-01..2024-01-31'";
  }

  private SchemaTest parquet(int day, String columns) {
    lake.parquet(spark(), "t/" + day(day) + "/a.parquet", "SELECT " + columns);
    return this;
  }

  private String columns(String table) {
    return spark().sql("SELECT * FROM " + table).schema().simpleString();
  }

  @Test
  void theNewestDayDecides() {
    parquet(1, "1L AS id, 'x' AS old").parquet(2, "2L AS id, 5 AS fresh");

    assertThat(columns(all)).isEqualTo("struct<id:bigint,fresh:int>");
    assertThat(rows("SELECT * FROM " + all + " ORDER BY id").toString())
        .isEqualTo("[[1,null], [2,5]]");
  }

  @Test
  void ofOneDayTheFileThatChangedLastDecides() throws Exception {
    lake.file("t/" + day(1) + "/b.jsonl", "{\"old\":1}\n")
        .file("t/" + day(1) + "/a.jsonl", "{\"fresh\":1}\n");
    java.nio.file.Files.setLastModifiedTime(
        folder.resolve("t/" + day(1) + "/b.jsonl"),
        FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    assertThat(columns(all)).isEqualTo("struct<fresh:bigint>");
  }

  @Test
  void mergedTheyAreTheUnion() {
    set("merge-schema", "true");
    parquet(1, "1 AS id, 'x' AS old, CAST(1.5 AS FLOAT) AS f, struct(1 AS a) AS s")
        .parquet(2, "2L AS id, 5 AS fresh, 2.5D AS f, struct('q' AS b) AS s");

    assertThat(columns(all))
        .isEqualTo("struct<id:bigint,fresh:int,f:double,s:struct<b:string,a:int>,old:string>");
    assertThat(rows("SELECT id, fresh, f, s.a, s.b, old FROM " + all + " ORDER BY id").toString())
        .isEqualTo("[[1,null,1.5,1,null,x], [2,5,2.5,null,q,null]]");
  }

  @Test
  void whatCannotBeMergedIsNamed() {
    set("merge-schema", "true");
    parquet(1, "'x' AS id").parquet(2, "2 AS id");

    assertThatThrownBy(() -> columns(all))
        .hasMessageContaining("INCOMPATIBLE_SCHEMA")
        .hasMessageContaining("column id")
        .hasMessageContaining("STRING")
        .hasMessageContaining("INT")
        .hasMessageContaining(day(1))
        .hasMessageContaining(day(2));
  }

  @Test
  void olderFilesOfNarrowerTypesAreWidened() {
    parquet(1, "1 AS id, CAST(2 AS FLOAT) AS f").parquet(2, "2L AS id, 3D AS f");

    assertThat(rows("SELECT id, f FROM " + all + " ORDER BY id").toString())
        .isEqualTo("[[1,2.0], [2,3.0]]");
  }

  @Test
  void aClashWhileReadingNamesTheFile() {
    parquet(1, "'x' AS id").parquet(2, "2 AS id");

    assertThatThrownBy(() -> rows("SELECT id FROM " + all))
        .hasMessageContaining(day(1))
        .hasMessageContaining("merge-schema");
  }

  @Test
  void formatsMayChangeOverTime() {
    lake.file("t/" + day(1) + "/a.jsonl", "{\"id\":1,\"s\":{\"a\":\"x\"}}\n")
        .file("t/" + day(2) + "/a.csv", "more,id\nx,2\n");
    parquet(3, "3L AS id, struct('y' AS a) AS s");

    assertThat(
            rows("SELECT id, s.a FROM "
                    + catalog
                    + ".t VERSION AS OF '2024-01-01..2024-01-03' ORDER BY id")
                .toString())
        .isEqualTo("[[1,x], [2,null], [3,y]]");
  }

  @Test
  void emptyFilesDoNotDecide() {
    lake.file("t/" + day(1) + "/a.jsonl", "{\"id\":1}\n").mark("t/" + day(2) + "/a.jsonl");

    assertThat(columns(all)).isEqualTo("struct<id:bigint>");
    assertThat(count("SELECT * FROM " + all)).isEqualTo(1);
  }

  @Test
  void aCompleteFrameWithoutFilesHasTheColumnsOfTheDayBefore() {
    lake.file("t/" + day(1) + "/a.jsonl", "{\"id\":1}\n")
        .mark("t/" + day(2) + "/as_at_1/frame.complete");

    assertThat(columns(catalog + ".t VERSION AS OF '2024-01-02'")).isEqualTo("struct<id:bigint>");
    assertThat(count("SELECT * FROM " + catalog + ".t VERSION AS OF '2024-01-02'")).isZero();
  }

  @Test
  void aTableWhoseDefaultDayIsMissingCanBeDescribed() {
    parquet(1, "1L AS id");

    assertThat(column("SHOW COLUMNS IN " + catalog + ".t")).containsExactly("id");
    assertThat(rows("DESCRIBE EXTENDED " + catalog + ".t").toString()).contains("id,bigint");
    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t"))
        .hasMessageContaining("TODAY (the default dates)")
        .hasMessageContaining("the nearest is 2024-01-01");
  }

  @Test
  void aTableThatWantsDatesCanBeDescribedWithoutThem() {
    set("default-dates", "required");
    parquet(1, "1L AS id").parquet(2, "2L AS id, 'x' AS name");
    String table = catalog + ".t";

    assertThat(column("SHOW COLUMNS IN " + table)).containsExactly("id", "name");
    assertThat(rows("DESCRIBE EXTENDED " + table).toString())
        .contains("id,bigint", "name,string", "default-dates=required");
    assertThat(rows("SHOW TBLPROPERTIES " + table).toString()).contains("default-dates,required");
    assertThat(rows("REFRESH TABLE " + table)).isEmpty();
    assertThat(column("SELECT id FROM " + table + " VERSION AS OF '2024-01-01'"))
        .containsExactly("1");
    assertThat(spark().table(table).schema().simpleString())
        .isEqualTo("struct<id:bigint,name:string>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM %s",
        "SELECT id FROM %s WHERE _date = DATE'2024-01-01'",
        "SELECT count(*) FROM %s",
        "SELECT max(id) FROM %s",
        "SELECT 1 FROM range(3) r LEFT JOIN %s t ON t.id = r.id",
      })
  void aTableThatWantsDatesIsNotReadWithoutThem(String sql) {
    set("default-dates", "required");
    parquet(1, "1L AS id");

    assertThatThrownBy(() -> rows(sql.formatted(catalog + ".t")))
        .hasMessageContaining("ALMANAC_TEMPORAL_CLAUSE_REQUIRED")
        .hasMessageContaining("Cannot read " + catalog + ".t without dates")
        .hasMessageContaining("default-dates = required")
        .hasMessageContaining("FOR LAST 7 DAYS");
  }

  @Test
  void aTableThatWantsDatesAndHasNoneYetIsEmptyToDescribe() throws Exception {
    set("default-dates", "required");
    java.nio.file.Files.createDirectories(folder.resolve("t/" + day(1)));

    assertThat(rows("REFRESH TABLE " + catalog + ".t")).isEmpty();
    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t"))
        .hasMessageContaining("ALMANAC_TEMPORAL_CLAUSE_REQUIRED");
  }

  @Test
  void columnsOfFoldersAreDescribedWhereTheDefaultDayIsMissing() {
    set("partition-scheme", "hive");
    lake.file("h/dt=2024-01-01/region=eu/a.jsonl", "{\"id\":1}\n");

    assertThat(column("SHOW COLUMNS IN " + catalog + ".h")).containsExactly("id", "dt", "region");
  }

  @ParameterizedTest
  @CsvSource({"a.jsonl, b.jsonl", "a.csv, b.csv", "a.jsonl, b.csv", "a.csv, b.jsonl"})
  void wholeNumbersAndFractionsOfTextAreMerged(String older, String newer) {
    set("merge-schema", "true");
    lake.file("t/" + day(1) + "/" + older, number(older, "1.5"))
        .file("t/" + day(2) + "/" + newer, number(newer, "2"))
        .file("t/" + day(3) + "/" + older, number(older, "3"));

    assertThat(columns(all)).isEqualTo("struct<n:double>");
    assertThat(column("SELECT n FROM " + all + " ORDER BY n")).containsExactly("1.5", "2.0", "3.0");
  }

  private static String number(String file, String value) {
    return file.endsWith("csv") ? "n\n" + value + "\n" : "{\"n\":" + value + "}\n";
  }

  @Test
  void whatWasInferredGivesWayToWhatIsDeclared() {
    set("merge-schema", "true");
    lake.file("t/" + day(1) + "/a.jsonl", "{\"n\":1}\n");
    parquet(2, "2.5D AS n");

    assertThat(column("SELECT n FROM " + all + " ORDER BY n")).containsExactly("1.0", "2.5");

    lake.file("t/" + day(4) + "/a.jsonl", "{\"m\":1.5}\n");
    parquet(3, "3L AS m");
    assertThatThrownBy(() -> columns(all)).hasMessageContaining("column m is DOUBLE");
  }

  @Test
  void timestampsThatFilesDeclareAreNotMergedAcrossZones() {
    set("merge-schema", "true");
    parquet(1, "TIMESTAMP'2024-01-01 10:00:00' AS at");
    parquet(2, "TIMESTAMP_NTZ'2024-01-01 10:00:00' AS at");

    assertThatThrownBy(() -> columns(all))
        .hasMessageContaining("column at is TIMESTAMP_NTZ")
        .hasMessageContaining("but TIMESTAMP in");
  }

  @ParameterizedTest
  @CsvSource({
    "PERMISSIVE, a.jsonl",
    "DROPMALFORMED, a.jsonl",
    "FAILFAST, a.jsonl",
    "PERMISSIVE, a.csv",
    "DROPMALFORMED, a.csv",
    "FAILFAST, a.csv",
  })
  void anOlderFractionInAColumnOfWholeNumbersGoesByTheMode(String mode, String file) {
    set(file.endsWith("csv") ? "csv.mode" : "json.mode", mode);
    lake.file(
            "t/" + day(1) + "/" + file,
            file.endsWith("csv")
                ? "n,k\n1.5,x\n7,y\n"
                : "{\"n\":1.5,\"k\":\"x\"}\n{\"n\":7,\"k\":\"y\"}\n")
        .file("t/" + day(2) + "/b.jsonl", "{\"n\":2,\"k\":\"z\"}\n");

    String sql = "SELECT n, k FROM " + all + " ORDER BY k";
    switch (mode) {
      case "PERMISSIVE" -> assertThat(rows(sql)).hasToString("[[null,x], [7,y], [2,z]]");
      case "DROPMALFORMED" -> assertThat(rows(sql)).hasToString("[[7,y], [2,z]]");
      default -> assertThatThrownBy(() -> rows(sql)).hasMessageContaining(day(1) + "/" + file);
    }
  }
}
