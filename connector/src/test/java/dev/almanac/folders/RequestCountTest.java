package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query costs in requests, counted on the way to the disk. */
class RequestCountTest extends LakeTest {

  @Override
  protected String location() {
    return "counting:" + folder;
  }

  private void hourly(LocalDate first, LocalDate last) {
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              for (int hour = 0; hour < 24; hour += 6) {
                lake.file(
                    String.format(
                        "events/year_%d/month_%02d/day_%02d/by_hour/hour=%02d/a.jsonl",
                        day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour),
                    "{\"id\":" + hour + "}\n");
              }
            });
  }

  private Dataset<Row> planned(String sql) {
    CountingFileSystem.reset();
    Dataset<Row> query = spark().sql(sql);
    query.queryExecution().executedPlan();
    return query;
  }

  @ParameterizedTest
  @CsvSource({"mabel, 1", "'', 1"})
  void oneDayOfAHistoryIsOneListAndOneOpen(String scheme, long lists) {
    if (!scheme.isEmpty()) {
      set("partition-scheme", scheme);
    }
    hourly(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 2, 29));

    Dataset<Row> query = planned("SELECT * FROM " + catalog + ".events VERSION AS OF '2024-02-03'");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(lists);
    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
    assertThat(query.count()).isEqualTo(4);
    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(lists);
  }

  @Test
  void theColumnsOfARangeAreOneOpen() {
    set("partition-scheme", "mabel");
    hourly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));

    Dataset<Row> query =
        planned("SELECT * FROM " + catalog + ".events VERSION AS OF '2024-02-01..2024-02-29'");

    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
    assertThat(query.count()).isEqualTo(29 * 4);
  }

  @Test
  void aYearIsAListAMonth() {
    set("partition-scheme", "mabel");
    hourly(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));

    Dataset<Row> query =
        planned("SELECT * FROM " + catalog + ".events VERSION AS OF '2023-01-01..2023-12-31'");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(12);
    assertThat(query.count()).isEqualTo(365 * 4);
  }

  @Test
  void theDaysOfARangeAreListedOnce() {
    hourly(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
    String range = " VERSION AS OF '2023-01-01..2023-12-31'";

    assertThat(planned("SELECT * FROM " + catalog + ".events" + range).count()).isEqualTo(4 * 365);
    long ofTheDataset = CountingFileSystem.count(Request.LIST);
    assertThat(planned("SELECT * FROM " + catalog + ".events.days" + range).count()).isEqualTo(365);

    assertThat(CountingFileSystem.count(Request.LIST)).isBetween(ofTheDataset, ofTheDataset + 1);
  }

  @Test
  void aLongRangeListsOnlyWhatThereIs() {
    set("partition-scheme", "mabel");
    hourly(LocalDate.of(2023, 11, 1), LocalDate.of(2023, 12, 31));

    Dataset<Row> query =
        planned("SELECT * FROM " + catalog + ".events VERSION AS OF 'SINCE 1990-01-01'");

    assertThat(CountingFileSystem.count(Request.LIST)).isLessThan(15);
    assertThat(query.count()).isEqualTo(61 * 4);
  }

  @Test
  void aLongRangeOfDaysThatAreFarBetweenIsAListADay() {
    set("partition-scheme", "{yyyy}-{mm}-{dd}");
    for (int year = 2001; year <= 2020; year++) {
      lake.file("rare/" + year + "-07-01/a.jsonl", "{\"id\":1}\n");
    }

    Dataset<Row> query =
        planned("SELECT * FROM " + catalog + ".rare VERSION AS OF 'SINCE 1990-01-01'");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(1 + 20);
    assertThat(query.count()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"'{yyyy}-{mm}-{dd}', ''", "hive, dt="})
  void ofDaysSideBySideOnlyThoseThatAreThereAreListed(String scheme, String prefix) {
    set("partition-scheme", scheme);
    for (int day = 10; day < 20; day++) {
      lake.file("few/" + prefix + "2024-03-" + day + "/a.jsonl", "{\"id\":1}\n");
    }

    Dataset<Row> query =
        planned("SELECT * FROM " + catalog + ".few VERSION AS OF '2023-01-01..2024-12-31'");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(1 + 10);
    assertThat(query.count()).isEqualTo(10);
  }

  @Test
  void theNewestDayIsFoundLevelByLevel() {
    set("partition-scheme", "mabel");
    hourly(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));

    Dataset<Row> query = planned("SELECT * FROM " + catalog + ".events VERSION AS OF 'LATEST'");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(4);
    assertThat(query.count()).isEqualTo(4);
  }

  @Test
  void aFlatFolderIsOneList() {
    lake.file("flat/a.jsonl", "{\"id\":1}\n").file("flat/b.jsonl", "{\"id\":2}\n");

    Dataset<Row> query = planned("SELECT * FROM " + catalog + ".flat");

    assertThat(CountingFileSystem.count(Request.LIST)).isEqualTo(1);
    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
    assertThat(query.count()).isEqualTo(2);
  }

  @Test
  void aSecondQueryOpensNothingToPlan() {
    lake.file("flat/a.jsonl", "{\"id\":1}\n");
    planned("SELECT * FROM " + catalog + ".flat");

    planned("SELECT * FROM " + catalog + ".flat");

    assertThat(CountingFileSystem.count(Request.OPEN)).isZero();
  }

  @Test
  void aRefreshedTableIsOpenedAgain() {
    lake.file("flat/a.jsonl", "{\"id\":1}\n");
    planned("SELECT * FROM " + catalog + ".flat");
    rows("REFRESH TABLE " + catalog + ".flat");

    planned("SELECT * FROM " + catalog + ".flat");

    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
  }

  @Test
  void aFileOfTheSameLengthButAnotherTimeIsOpenedAgain() throws IOException {
    lake.file("flat/a.jsonl", "{\"id\":1}\n");
    planned("SELECT * FROM " + catalog + ".flat");
    lake.file("flat/a.jsonl", "{\"no\":1}\n");
    Files.setLastModifiedTime(folder.resolve("flat/a.jsonl"), FileTime.fromMillis(86_400_000));

    Dataset<Row> query = planned("SELECT * FROM " + catalog + ".flat");

    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
    assertThat(query.columns()).containsExactly("no");
  }

  @Test
  void noMoreFilesAreRememberedThanTheCatalogSays() {
    set("schema-cache-size", "1");
    lake.file("one/a.jsonl", "{\"id\":1}\n").file("two/a.jsonl", "{\"id\":1}\n");
    planned("SELECT * FROM " + catalog + ".one");
    planned("SELECT * FROM " + catalog + ".two");

    planned("SELECT * FROM " + catalog + ".two");
    assertThat(CountingFileSystem.count(Request.OPEN)).isZero();
    planned("SELECT * FROM " + catalog + ".one");
    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(1);
  }
}
