package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample data, and folders of the user's own, as tables of the command line's catalog. */
class SamplesTest {

  @TempDir private Path directory;

  @BeforeAll
  static void beInAClone() {
    System.setProperty("almanac.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planets                                                  | 9",
        "planets FOR DATES BETWEEN '1500-01-01' AND '1730-01-01'  | 6",
        "planets FOR DATES BETWEEN '1500-01-01' AND '1830-01-01'  | 7",
        "planets FOR DATES BETWEEN '1600-01-01' AND '1850-01-01'  | 2",
        "planets FOR DATES SINCE '1900-01-01'                     | 1",
        "planets FOR '1846-09-23'                                 | 1",
        "planets FOR LATEST                                       | 1",
        "discoveries                                              | 38",
        "discoveries FOR DATES BETWEEN '1600-01-01' AND '1699-12-31' | 9",
        "satellites                                               | 25",
        "orders                                                   | 241",
        "orders FOR '1995-01-15'                                  | 3",
        "lineitem FOR DATES BETWEEN '1995-02-01' AND '1995-02-11' | 255",
      })
  void isWhatTheDocumentationSays(String table, long rows) {
    String sql = "SELECT COUNT(*) AS n FROM lake.samples." + table;
    assertThat(run("--format", "csv", sql)).isEqualTo(new Cli.Result(0, "n\n" + rows + "\n", ""));
  }

  @Test
  void namesItsTables() {
    assertThat(run("--format", "csv", "SHOW TABLES IN samples").out().lines().skip(1))
        .containsExactly(
            "samples,discoveries,false",
            "samples,lineitem,false",
            "samples,orders,false",
            "samples,planets,false",
            "samples,satellites,false");
  }

  @Test
  void framesTellWhatWasBelievedWhen() {
    String pluto = "SELECT mass_e24kg, moons FROM lake.samples.planets FOR '1930-02-18'";
    assertThat(run("--format", "csv", pluto).out()).endsWith("\n0.013,5\n");
    assertThat(run("--format", "csv", pluto + " TIMESTAMP AS OF '1950-01-01'").out())
        .endsWith("\n5.6,0\n");
  }

  @Test
  void framesThatAreUnfinishedOrWithdrawnAreNotRead() {
    String sql =
        "SELECT name, moons FROM lake.samples.planets WHERE _date >= '1700-01-01' ORDER BY _date";
    assertThat(run("--format", "csv", sql).out())
        .isEqualTo("name,moons\nUranus,28\nNeptune,16\nPluto,5\n");
  }

  @Test
  void theCurrentDirectoryIsTheCatalog() throws IOException {
    day("my orders/2024/03/17", "{\"n\": 1}\n");
    day("my orders/2024/03/18", "{\"n\": 2}\n{\"n\": 3}\n");
    String sql = "SELECT SUM(n) AS n FROM `my orders` FOR ";
    assertThat(run("--format", "csv", sql + "'2024-03-18'").out()).isEqualTo("n\n5\n");
    assertThat(run("--format", "csv", sql + "DATES SINCE '2024-03-17'").out()).isEqualTo("n\n6\n");
    assertThat(run(sql + "'2024-03-19'"))
        .matches(result -> result.code() == 1 && result.out().isEmpty())
        .extracting(Cli.Result::err)
        .asString()
        .startsWith("[ALMANAC_NO_DATA_IN_RANGE]")
        .contains("2024-03-18")
        .doesNotContain("\tat ");
  }

  @Test
  void aStoreIsNamedAndConfigured() throws IOException {
    day("far away/sales/2024-03-17", "{\"n\": 1}\n");
    assertThat(
            run(
                    "--store",
                    "eu=far away",
                    "--store-option",
                    "eu.partition-scheme={yyyy}-{mm}-{dd}",
                    "--store-option",
                    "eu.default-dates=latest",
                    "--format",
                    "csv",
                    "SELECT n, _date FROM lake.eu.sales")
                .out())
        .isEqualTo("n,_date\n1,2024-03-17\n");
  }

  @Test
  void generatesDataThatItReads() {
    Cli.Result made =
        run("generate", "--from", "1996-05-01", "--to", "1996-05-03", "--hourly", "sub/tpch");
    assertThat(made.code()).isZero();
    assertThat(made.err().lines()).hasSize(2).allMatch(line -> line.contains(" rows in "));
    String sql =
        "SELECT COUNT(*) AS n FROM sub.tpch.orders FOR DATES BETWEEN '1996-05-01' AND '1996-05-03'";
    long rows = Long.parseLong(run("--format", "csv", sql).out().lines().skip(1).findFirst().get());
    assertThat(made.err()).contains("orders: %d rows in ".formatted(rows));

    Cli.Result again = run("generate", "sub/tpch");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("it is there already");
  }

  @Test
  void writesTheDocumentationsLake() throws IOException {
    Cli.Result made = run("generate", "--example", "docs");
    assertThat(made.code()).isZero();
    assertThat(made.err())
        .isEqualTo(
            directory.resolve("docs")
                + ": written; its queries are meant with --conf"
                + " spark.sql.catalog.lake.now=2022-06-15T10:20:00Z\n");
    assertThat(
            run(
                    "--conf",
                    "spark.sql.catalog.lake.now=2022-06-15T10:20:00Z",
                    "--format",
                    "csv",
                    "SELECT COUNT(*) AS n FROM docs.data.sales.orders FOR LAST 7 DAYS")
                .out())
        .isEqualTo("n\n21\n");

    assertThat(run("generate", "--example", "docs")).as("once more").isEqualTo(made);
    Files.createDirectories(directory.resolve("own/data"));
    assertThat(run("generate", "--example", "own"))
        .matches(taken -> taken.code() == 2 && taken.err().contains("data: it is there already"));
    assertThat(run("generate", "--example", "--hourly", "other"))
        .matches(wrong -> wrong.code() == 2 && wrong.err().startsWith("--hourly is for TPC-H's"));
  }

  @Test
  void leavesTheCurrentDirectoryAsItWas() throws IOException {
    run("CREATE TEMP VIEW v AS SELECT 1 a; SELECT COUNT(DISTINCT a) FROM v");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private void day(String folder, String content) throws IOException {
    Path day = Files.createDirectories(directory.resolve(folder));
    Files.writeString(day.resolve("rows.jsonl"), content);
  }

  private Cli.Result run(String... arguments) {
    return Cli.in(directory).run(arguments);
  }
}
