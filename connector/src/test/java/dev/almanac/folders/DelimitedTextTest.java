package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV, TSV and PSV as people write them: other dialects, and headers that change. */
class DelimitedTextTest extends LakeTest {

  private String all() {
    return "SELECT * FROM " + catalog + ".t";
  }

  private List<String> texts(String sql) {
    return rows(sql).stream().map(Row::toString).sorted().toList();
  }

  private String columns() {
    return spark().sql(all()).schema().toDDL();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"csv;','", "tsv;'\t'", "psv;'|'"})
  void theEndingTellsTheDelimiter(String ending, String delimiter) {
    lake.file("t/a." + ending, "id,name\n1,a b\n2,c|d\n".replace("|", "-").replace(",", delimiter));

    assertThat(columns()).isEqualTo("id INT,name STRING");
    assertThat(texts(all())).containsExactly("[1,a b]", "[2,c-d]");
  }

  /** Each file by its own header: the order of columns is the newest file's. */
  @Test
  void columnsAreFoundByNameInEachFile() {
    set("partition-scheme", "mabel");
    set("default-dates", "all");
    lake.file("t/" + day(1) + "/a.csv", "name,id\nold,1\n")
        .file("t/" + day(2) + "/a.csv", "ID,extra,name\n2,x,middle\n")
        .file("t/" + day(3) + "/a.csv", "id,name,since\n3,new,2024-01-03\n");

    assertThat(columns()).isEqualTo("id INT,name STRING,since DATE");
    assertThat(texts(all()))
        .containsExactly("[1,old,null]", "[2,middle,null]", "[3,new,2024-01-03]");
    assertThat(texts("SELECT name FROM " + catalog + ".t WHERE id < 3"))
        .containsExactly("[middle]", "[old]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'\"a, b\",1' # [a, b,1]",
        "'\"say \"\"hi\"\"\",1' # [say \"hi\",1]",
        "'\"two\nlines\",1' # [two lines,1]",
        "',1' # [null,1]",
        "'\"\",1' # [null,1]",
        "' padded ,1' # [ padded ,1]",
      })
  void quotesAsSparksReaderDoes(String line, String row) {
    set("csv.escape", "\"");
    lake.file("t/a.csv", "s,n\n" + line + "\nz,2\n");

    assertThat(texts(all()).stream().map(text -> text.replace('\n', ' ')))
        .containsExactlyInAnyOrder(row.strip(), "[z,2]");
    assertThat(rows(all()))
        .isEqualTo(
            spark()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .option("multiLine", "true")
                .option("escape", "\"")
                .csv(folder.resolve("t").toString())
                .collectAsList());
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFFid,name\n1,a\n'", // a byte order mark
    "'id,name\r\n1,a\r\n'",
    "'id,name\r\n1,a'",
    "'id,name\n\n1,a\n\n'",
  })
  void marksLineEndsAndEmptyLinesAreNoData(String text) {
    lake.file("t/a.csv", text);

    assertThat(columns()).isEqualTo("id INT,name STRING");
    assertThat(texts(all())).containsExactly("[1,a]");
  }

  @Test
  void aStoreMaySayThatThereIsNoHeader() {
    set("csv.header", "false");
    lake.file("t/a.csv", "1,a\n2,b\n").file("t/b.csv", "3,c\n");

    assertThat(columns()).isEqualTo("_c0 INT,_c1 STRING");
    assertThat(texts(all())).containsExactly("[1,a]", "[2,b]", "[3,c]");
  }

  @Test
  void aStoreMayHaveADialect() {
    set("csv.delimiter", ";");
    set("csv.nullValue", "-");
    set("csv.comment", "#");
    set("csv.dateFormat", "dd.MM.yyyy");
    lake.file("t/a.csv", "# made by hand\nid;day\n1;03.02.2024\n2;-\n");

    assertThat(columns()).isEqualTo("id INT,day DATE");
    assertThat(texts(all())).containsExactly("[1,2024-02-03]", "[2,null]");
  }

  @ParameterizedTest
  @CsvSource({"PERMISSIVE, '[1,1] [2,null] [3,3]'", "DROPMALFORMED, '[1,1] [3,3]'"})
  void aValueThatDoesNotFitIsForTheModeToDecide(String mode, String rows) {
    assertThat(numbers(mode).collectAsList().stream().map(Row::toString))
        .containsExactlyInAnyOrder(rows.split(" "));
  }

  @Test
  void aValueThatDoesNotFitMayBeAnError() {
    assertThatThrownBy(() -> numbers("FAILFAST").collectAsList())
        .hasMessageContaining("a.csv")
        .hasMessageContaining("FAILFAST");
  }

  private Dataset<Row> numbers(String mode) {
    lake.file("t/a.csv", "id,n\n1,1\n2,many\n3,3\n");
    return spark()
        .read()
        .format("almanac")
        .schema("id INT, n INT")
        .option("csv.mode", mode)
        .load(folder.resolve("t").toString());
  }

  @Test
  void aHeaderAloneHasNoRows() {
    lake.file("t/a.csv", "id,name\n");

    assertThat(columns()).isEqualTo("id STRING,name STRING");
    assertThat(texts(all())).isEmpty();
  }

  @Test
  void namesThatTheHeaderHasTwiceAreNumbered() {
    lake.file("t/a.csv", "id,id\n1,2\n");

    assertThat(columns()).isEqualTo("id0 INT,id1 INT");
    assertThat(texts(all())).containsExactly("[1,2]");
  }
}
