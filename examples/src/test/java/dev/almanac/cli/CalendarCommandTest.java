package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./almanac calendar} from its arguments to its output. */
class CalendarCommandTest {

  @TempDir private Path directory;

  @BeforeEach
  void orders() throws IOException {
    file("sales/orders/year_2024/month_02/day_28/a.jsonl", "{\"n\": 1}\n");
    file("sales/orders/year_2024/month_02/day_29/as_at_1/a.jsonl", "{\"n\": 2}\n");
    file("sales/orders/year_2024/month_02/day_29/as_at_1/frame.complete", "");
    file("sales/orders/year_2024/month_02/day_29/as_at_2/a.jsonl", "{\"n\": 3}\n{\"n\": 4}\n");
    file("sales/orders/year_2024/month_02/day_29/as_at_2/frame.complete", "");
    file("sales/orders/year_2024/month_03/day_02/as_at_1/a.jsonl", "{\"n\": 5}\n");
    for (int hour = 0; hour < 24; hour++) {
      String folder = "sales/hourly/year_2024/month_03/day_02/by_hour/hour=%02d/".formatted(hour);
      file(folder + "a.jsonl", "{\"n\": 6}\n");
    }
    file("sales/broken/year_2024/month_03/day_02/by_hour/hour=00/a.jsonl", "{\"n\": 7}\n");
  }

  private void file(String path, String content) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Cli cli() {
    return Cli.in(directory);
  }

  private Cli.Result run(String... arguments) {
    return cli().run(arguments);
  }

  @Test
  void drawsADataset() {
    assertThat(run("calendar", "sales.orders", "--by", "rows"))
        .isEqualTo(
            new Cli.Result(
                0,
                """
                sales.orders

                2024
                   Jan Feb Mar  Apr May Jun  Jul Aug Sep  Oct Nov Dec
                Mo
                Tu
                We         ░
                Th         ◑
                Fr         ·
                Sa         ×
                Su

                ░ to 1 row  ▒ to 2 rows  ▓ to 3 rows  █ more  · missing  × no complete frame
                ◔◑◕● the same, with superseded frames

                4 days: 2 read, 1 missing, 1 without a complete frame
                2 gaps, the longest of 1 day from 2024-03-01
                2 files, 27 bytes, 3 rows, 3 frames (1 superseded, 1 incomplete)
                """,
                ""));
  }

  @Test
  void hoursAreAddedUpInTheirDay() {
    assertThat(run("calendar", "sales.hourly", "--by=files").out())
        .contains("Sa         █", "░ to 6 files  ▒ to 12 files")
        .contains("1 day: 1 read\n24 files, 216 bytes\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from;2024-02-29                            | 3 days: 1 read, 1 missing",
        "--to;2024-02-28                              | 1 day: 1 read",
        "--from=2023-12-31;--to=2024-01-02            | 3 days: 3 missing",
        "FOR;DATES;BETWEEN;2024-02-29;AND;2024-03-05  | 6 days: 1 read, 4 missing",
        "for '2024-02-28'                             | 1 day: 1 read",
        "LATEST                                       | 1 day: 1 read",
        "FOR;LAST;3;DAYS                              | 3 days: 3 missing",
      })
  void datesComeFromOptionsOrAClause(String dates, String totals) {
    String[] arguments = ("calendar;sales.orders;" + dates).split(";", -1);
    Cli.Result result = run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains(totals);
  }

  @Test
  void storesAndOptionsStandBeforeOrBehind() {
    String store = "eu=" + directory.resolve("sales");
    assertThat(run("--store", store, "calendar", "eu.orders").out()).startsWith("eu.orders\n");
    assertThat(run("calendar", "eu.orders", "--store", store).out()).startsWith("eu.orders\n");
    assertThat(run("calendar", "lake.eu.orders", "-s", store).out()).startsWith("lake.eu.orders");
  }

  @Test
  void aRangeBehindTheLastDayHasNone() {
    assertThat(run("calendar", "sales.orders", "--from", "2030-01-01"))
        .isEqualTo(new Cli.Result(0, "sales.orders has no days from 2030-01-01.\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ascii", "LANG=C", "LC_ALL=C;LANG=C.UTF-8", "LANG="})
  void asciiWhereItIsWantedOrNothingElseIsSaidToWork(String how) {
    boolean option = how.equals("--ascii");
    Map<String, String> variables =
        option
            ? Map.of("LANG", "C.UTF-8")
            : how.contains("LC_ALL")
                ? Map.of("LC_ALL", "C", "LANG", "C.UTF-8")
                : Map.of("LANG", how.substring(5));
    String[] arguments =
        option
            ? new String[] {"calendar", "sales.orders", how}
            : new String[] {"calendar", "sales.orders"};
    assertThat(cli().withVariables(variables).run(arguments).out())
        .contains(": to ")
        .matches("\\p{ASCII}+");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    Map<String, String> utf8 = Map.of("LANG", "en_US.utf8", "TERM", "xterm");
    Cli terminal = cli().onScreen(80);
    assertThat(terminal.withVariables(utf8).run("calendar", "sales.orders").out())
        .contains("\u001b[32m", "\u001b[31m×\u001b[0m");
    assertThat(cli().withVariables(utf8).run("calendar", "sales.orders").out())
        .doesNotContain("\u001b");
    for (Map<String, String> without :
        List.of(
            Map.of("LANG", "C.UTF-8", "NO_COLOR", "1"),
            Map.of("LANG", "C.UTF-8", "TERM", "dumb"))) {
      assertThat(terminal.withVariables(without).run("calendar", "sales.orders").out())
          .contains("×")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void fitsTheTerminalOrWhatColumnsSays() {
    assertThat(cli().onScreen(20).run("calendar", "sales.orders").out()).contains("2024 Jan-Mar");
    assertThat(cli().withVariables(Map.of("COLUMNS", "40")).run("calendar", "sales.orders").out())
        .contains("2024 Jan-Jun");
    assertThat(cli().withVariables(Map.of("COLUMNS", "no")).run("calendar", "sales.orders").out())
        .contains("\n2024\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calendar                                            | Missing required parameter: 'DATASET'",
        "calendar;t;--from;2024-02-30                        | '2024-02-30' is no date",
        "calendar;t;--from;2024-03-01;--to;2024-02-01        | is after --to",
        "calendar;t;FOR;TODAY;--to;2024-02-01                | not both",
        "calendar;t;--by;size                                | Invalid value for option '--by'",
        "calendar;t;--form;2024-02-01                        | Unknown option",
      })
  void wrongUsageIsToldInALine(String arguments, String message) {
    Cli.Result result = run(arguments.split(";", -1));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).contains("--help");
    assertThat(result.err().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sales.ordres           | [ALMANAC_NO_SUCH_DATASET]        | sales.orders",
        "sales.                 | [ALMANAC_INVALID_NAME]           | sales.",
        "it's                   | [ALMANAC_INVALID_NAME]           | it's",
        "sales.orders FOR SOON  | [ALMANAC_INVALID_TEMPORAL_CLAUSE]| SOON",
      })
  void failuresAreMessages(String arguments, String condition, String text) {
    Cli.Result result = run(("calendar " + arguments).split(" ", -1));
    assertThat(result.code()).isOne();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith(condition).contains(text).doesNotContain("\tat ");
  }

  @Test
  void hoursThatAreMissingAreMarked() {
    Cli.Result result = run("calendar", "sales.broken");
    assertThat(result.out())
        .contains("Sa         ▞", "▞ read, hours are missing")
        .contains("1 day: 1 read (1 with hours missing)");
  }

  @Test
  void aClauseCountsInTheStoresTimeZoneFromTheCatalogsNow() {
    Cli.Result result =
        run(
            "calendar",
            "lake.sales.orders",
            "FOR YESTERDAY",
            "--store-option",
            "time-zone=Pacific/Auckland",
            "-c",
            "spark.sql.catalog.lake.now=2024-02-29T20:00:00Z"); // where it is March already
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("1 day: 1 read\n", "2 frames (1 superseded)");
  }

  @Test
  void aDatasetWithoutDatesHasNoCalendar() throws IOException {
    file("plain/a.jsonl", "{\"n\": 1}\n");
    Cli.Result result = run("calendar", "plain");
    assertThat(result.code()).isOne();
    assertThat(result.err()).startsWith("[ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE]");
  }

  @Test
  void helpsItself() {
    assertThat(run("calendar", "--help").out())
        .contains("DATASET", "--by", "bytes, rows, files", "--ascii", "--store", "NO_COLOR");
  }
}
