package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that go away or change after a query was planned: what was listed is what is read. */
class VanishedFilesTest extends LakeTest {

  private static final String IGNORE_MISSING = "spark.sql.files.ignoreMissingFiles";

  @AfterEach
  void unset() {
    spark().conf().unset(IGNORE_MISSING);
  }

  private void twoFiles(String format) {
    String suffix = format.equals("json") ? "jsonl" : format;
    for (String name : new String[] {"a", "b"}) {
      lake.write(
          spark(),
          format,
          "t/" + day(1) + "/" + name + "." + suffix,
          "SELECT id, '" + name + "' AS file FROM range(10)");
    }
  }

  private void twoTextFiles() {
    lake.file("t/" + day(1) + "/a.csv", "id,file\n0,a\n1,a\n")
        .file("t/" + day(1) + "/b.csv", "id,file\n0,b\n1,b\n");
  }

  private Dataset<Row> planned(String sql) {
    Dataset<Row> query = spark().sql(sql);
    query.queryExecution().executedPlan();
    return query;
  }

  private String all() {
    return "SELECT * FROM " + catalog + ".t FOR '2024-01-01'";
  }

  private void delete(String name) throws IOException {
    Files.delete(folder.resolve("t/" + day(1) + "/" + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro"})
  void aFileThatVanishedIsNamed(String format) throws IOException {
    twoFiles(format);
    String name = format.equals("json") ? "a.jsonl" : "a." + format;
    Dataset<Row> query = planned(all());

    delete(name);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
        .contains(day(1) + "/" + name)
        .contains("not there any more")
        .contains("Run the query again")
        .contains(IGNORE_MISSING);
    assertThat(rows(all())).hasSize(10);
  }

  @Test
  void aTextFileThatVanishedIsNamed() throws IOException {
    twoTextFiles();
    Dataset<Row> query = planned(all());

    delete("b.csv");

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList).contains("/b.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro"})
  void vanishedFilesAreSkippedWhereTheUserSaysSo(String format) throws IOException {
    twoFiles(format);
    Dataset<Row> query = planned(all());
    spark().conf().set(IGNORE_MISSING, "true");

    delete(format.equals("json") ? "a.jsonl" : "a." + format);

    assertThat(query.collectAsList()).hasSize(10);
  }

  @Test
  void aCountFromFootersNamesTheFileToo() throws IOException {
    twoFiles("parquet");
    Dataset<Row> query = planned("SELECT count(*) FROM " + catalog + ".t FOR '2024-01-01'");

    delete("a.parquet");

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList).contains("a.parquet");
  }

  @Test
  void filesThatComeLaterAreNotRead() {
    twoFiles("json");
    Dataset<Row> query = planned(all());

    lake.file("t/" + day(1) + "/c.jsonl", "{\"id\":1,\"file\":\"c\"}\n");

    assertThat(query.collectAsList()).hasSize(20);
    assertThat(rows(all())).hasSize(21);
  }

  @Test
  void aFrameCompletedLaterIsNotRead() {
    lake.file("t/" + day(1) + "/as_at_1/a.jsonl", "{\"id\":1}\n")
        .mark("t/" + day(1) + "/as_at_1/frame.complete")
        .file("t/" + day(1) + "/as_at_2/a.jsonl", "{\"id\":2}\n");
    Dataset<Row> query = planned(all());

    lake.mark("t/" + day(1) + "/as_at_2/frame.complete");

    assertThat(query.collectAsList().get(0).getLong(0)).isEqualTo(1);
    assertThat(column(all())).containsExactly("2");
  }

  /** Read with the length of the old one, a longer file would lose its end. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro"})
  void aFileThatWasReplacedIsNamed(String format) throws IOException {
    twoFiles(format);
    String name = format.equals("json") ? "a.jsonl" : "a." + format;
    Dataset<Row> query = planned(all());

    delete(name);
    lake.write(
        spark(), format, "t/" + day(1) + "/" + name, "SELECT id, uuid() AS file FROM range(99)");

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
        .contains(day(1) + "/" + name)
        .contains("changed after the table was loaded")
        .contains("Run the query again");
    assertThat(rows(all())).hasSize(109);
  }

  @Test
  void aReplacedFileIsNoDamageToIgnore() throws IOException {
    twoTextFiles();
    Dataset<Row> query = planned(all());
    spark().conf().set("spark.sql.files.ignoreCorruptFiles", "true");

    lake.file("t/" + day(1) + "/a.csv", "id,file\n0,a\n1,a\n2,a\n");

    try {
      Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList).contains("/a.csv");
    } finally {
      spark().conf().unset("spark.sql.files.ignoreCorruptFiles");
    }
  }
}
