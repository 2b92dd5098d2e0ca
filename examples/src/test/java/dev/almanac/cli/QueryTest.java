package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command from its arguments to its output. */
class QueryTest {

  @TempDir private Path directory;

  @Test
  void filesThatCannotBeUsedAreNamed() throws IOException {
    assertThat(run("-o", directory.toString(), "--format=csv", "SELECT 1"))
        .matches(result -> result.code() == 2 && result.err().contains("it is a folder"));
    Path latin = Files.write(directory.resolve("q.sql"), new byte[] {'-', '-', ' ', (byte) 0xE9});
    assertThat(run("-f", latin.toString()))
        .matches(result -> result.code() == 2 && result.err().contains("it is not UTF-8"));
  }

  @Test
  void printsATable() {
    Cli.Result result = run("SELECT id, CONCAT('n', id) AS name FROM range(2)");
    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                +----+------+
                | id | name |
                +----+------+
                |  0 | n0   |
                |  1 | n1   |
                +----+------+
                """,
                ""));
  }

  /** All rows are made to text by the tasks, limited ones on the driver. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl", "markdown"})
  void allRowsAreWrittenAsLimitedOnesAre(String format) {
    String sql =
        "SELECT id, CAST(NULL AS INT) AS none, DATE '2024-02-29' AS day, 12.50BD AS price, 0.1D AS d,"
            + " TIMESTAMP '2024-02-29 01:02:03.5' AS at, TIMESTAMP_NTZ '2024-02-29 01:02:03' AS ntz,"
            + " X'CAFE' AS bytes, ARRAY('a', NULL) AS list, MAP('k', NAMED_STRUCT('n', id)) AS map,"
            + " INTERVAL '2' DAY AS days FROM range(1, 4) ORDER BY id DESC";
    Cli.Result all = run("--format", format, "--limit=0", sql);

    assertThat(all.err()).isEmpty();
    assertThat(all.out()).contains("2024-02-29", "12.50");
    assertThat(run("--format", format, "--limit=3", sql)).isEqualTo(all);
  }

  @Test
  void runsStatementsOneAfterAnother() {
    Cli.Result result =
        run("CREATE TEMPORARY VIEW v AS SELECT 1 AS a; SELECT * FROM v; SELECT ';' AS b FROM v");
    assertThat(result.out())
        .isEqualTo(
            """
            +---+
            | a |
            +---+
            | 1 |
            +---+

            +---+
            | b |
            +---+
            | ; |
            +---+
            """);
  }

  @Test
  void readsStatementsFromAFileOrTheInput() throws IOException {
    Files.writeString(directory.resolve("q.sql"), "-- two\nSELECT 1 AS a;\nSELECT 2 AS a;\n");
    assertThat(run("--format", "csv", "-f", "q.sql").out()).isEqualTo("a\n1\na\n2\n");
    assertThat(cli().withInput("SELECT 3 AS a").run("--format", "csv").out()).isEqualTo("a\n3\n");
  }

  @Test
  void keepsTheOrderOfManyPartitions() {
    String sql = "SELECT id FROM range(0, 5000, 1, 7) ORDER BY id DESC";
    String rows = run("--format", "csv", sql).out();
    assertThat(rows.lines().skip(1).map(Long::valueOf))
        .containsExactlyElementsOf(Stream.iterate(4999L, id -> id >= 0, id -> id - 1).toList());
  }

  @Test
  void everyTypeArrivesWhole() {
    String sql =
        "SELECT CAST(1.50 AS DECIMAL(10,2)) d, TIMESTAMP'2022-05-01 10:00:00.000001' t,"
            + " DATE'1543-05-24' day, ARRAY(1, NULL) a, MAP('k', STRUCT(1 AS x)) m, X'6869' b,"
            + " CAST('NaN' AS DOUBLE) n, INTERVAL '1 2' DAY TO HOUR i, NULL z,"
            + " TIMESTAMP_NTZ'2022-05-01 10:00' l, parse_json('{\"a\":1}') v";
    assertThat(run("--format", "jsonl", sql).out())
        .isEqualTo(
            "{\"d\":1.50,\"t\":\"2022-05-01T10:00:00.000001Z\",\"day\":\"1543-05-24\","
                + "\"a\":[1,null],\"m\":{\"k\":{\"x\":1}},\"b\":\"aGk=\",\"n\":\"NaN\","
                + "\"i\":\"PT26H\",\"z\":null,\"l\":\"2022-05-01T10:00:00\",\"v\":{\"a\":1}}\n");
  }

  @Test
  void columnsOfOneNameStay() {
    assertThat(run("--format", "csv", "SELECT 1 AS a, 2 AS a").out()).isEqualTo("a,a\n1,2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.csv", "x.json", "x.md"})
  void writesTheFormatThatTheFileAsksFor(String name) throws IOException {
    Cli.Result result = run("-o", name, "SELECT 1 AS a");
    assertThat(result).isEqualTo(new Cli.Result(0, "", ""));
    assertThat(Files.readString(directory.resolve(name)))
        .isEqualTo(
            switch (name) {
              case "x.csv" -> "a\n1\n";
              case "x.json" -> "[{\"a\":1}]\n";
              default -> "| a |\n| ---: |\n| 1 |\n";
            });
  }

  @Test
  void writesOneParquetFile() throws IOException {
    Files.writeString(directory.resolve("x.parquet"), "old");
    String sql = "SELECT id, CAST(id AS STRING) s FROM range(0, 10, 1, 3) ORDER BY id DESC";
    assertThat(run("-o", "x.parquet", "CREATE TEMP VIEW v AS " + sql + "; SELECT * FROM v").err())
        .isEmpty();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(Path::getFileName)).containsExactly(Path.of("x.parquet"));
    }
    String read = "SELECT COUNT(*) n, SUM(id) s, MAX(s) m FROM parquet.`%s/x.parquet`";
    assertThat(run("--format", "csv", read.formatted(directory)).out())
        .isEqualTo("n,s,m\n10,45,9\n");
  }

  @Test
  void aFileIsWrittenWholeOrNotAtAll() throws IOException {
    Files.writeString(directory.resolve("x.csv"), "old");
    String sql = "SELECT IF(id = 9999, raise_error('late'), id) FROM range(0, 10000, 1, 10)";
    assertThat(run("-o", "x.csv", sql).code()).isOne();
    assertThat(Files.readString(directory.resolve("x.csv"))).isEqualTo("old");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void saysWhatTheLimitKeptBack() {
    Cli.Result result = run("--format", "csv", "--limit", "2", "SELECT id FROM range(5)");
    assertThat(result.out()).isEqualTo("id\n0\n1\n");
    assertThat(result.err())
        .isEqualTo("… more rows: the first 2 are shown (--limit 0 shows all)\n");
    assertThat(run("--limit", "5", "SELECT id FROM range(5)").err()).isEmpty();
  }

  @Test
  void limitsTablesOnATerminalOnly() {
    String sql = "SELECT id FROM range(1500)";
    assertThat(cli().onScreen(80).run(sql).err()).contains("the first 1,000 are shown");
    assertThat(cli().onScreen(80).run(sql).out().lines()).hasSize(1000 + 4);
    assertThat(cli().onScreen(80).run("-n", "0", sql).out().lines()).hasSize(1500 + 4);
    assertThat(run(sql).out().lines()).hasSize(1500 + 4);
    assertThat(cli().onScreen(80).run("--format", "csv", sql).out().lines()).hasSize(1501);
  }

  @Test
  void fitsTablesToTheTerminal() {
    Cli.Result result = cli().onScreen(40).run("SELECT 1 AS id, REPEAT('x', 100) AS text");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 40);
  }

  @Test
  void explainsInsteadOfRunning() {
    Cli.Result result = run("--explain", "SELECT raise_error('run')");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("== Physical Plan ==").doesNotContain("+--");
    assertThat(run("--explain", "EXPLAIN EXTENDED SELECT 1").out())
        .startsWith("== Parsed Logical Plan ==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT nope", "SELEC 1", "SELECT raise_error('boom')", "SELECT * FROM no.such.t"})
  void errorsAreMessages(String sql) {
    Cli.Result result = run("SELECT 1 AS a; " + sql + "; SELECT 2 AS b");
    assertThat(result.code()).isOne();
    assertThat(result.out()).contains("| a |").doesNotContain("| b |");
    assertThat(result.err())
        .startsWith("[")
        .contains("SQLSTATE")
        .doesNotContain("\tat ", "Project [", "stage failure");
    assertThat(run("--debug", sql).err()).contains("\tat ");
  }

  private Cli.Result run(String... arguments) {
    return cli().run(arguments);
  }

  private Cli cli() {
    return Cli.in(directory);
  }
}
