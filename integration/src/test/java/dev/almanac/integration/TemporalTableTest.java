package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form of the clause, from SQL to rows, at 2022-06-15 10:20 UTC, a Wednesday. */
class TemporalTableTest extends SparkTest {

  @TempDir static Path folder;

  @BeforeAll
  static void aFileADayAndAFileAnHour() throws IOException {
    openCatalog("clock", folder);
    now("2022-06-15T10:20:00Z");
    LocalDate first = LocalDate.of(2022, 4, 28);
    for (LocalDate day = first; !day.isAfter(LocalDate.of(2022, 6, 16)); day = day.plusDays(1)) {
      String path =
          String.format("year_2022/month_%02d/day_%02d", day.getMonthValue(), day.getDayOfMonth());
      write("daily/" + path + "/a.jsonl");
      for (int hour = 0; hour < 24; hour++) {
        write("hourly/" + path + String.format("/by_hour/hour=%02d/a.jsonl", hour));
      }
    }
  }

  private static void now(String instant) {
    spark().conf().set("spark.sql.catalog.clock.now", instant);
  }

  private static void write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"id\":1}\n");
  }

  private static String days(String table, String clause) {
    List<String> days =
        rows(
                "SELECT DISTINCT date_format(_date, 'MM-dd') AS d FROM clock."
                    + table
                    + " "
                    + clause
                    + " ORDER BY d")
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return days.size() < 4
        ? String.join(" ", days)
        : days.get(0) + ".." + days.get(days.size() - 1) + " (" + days.size() + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "FOR TODAY | 06-15 | 24",
        "FOR YESTERDAY | 06-14 | 24",
        "FOR '2022-05-01' | 05-01 | 24",
        "FOR DATE '2022-05-01' | 05-01 | 24",
        "FOR 2022-05-01 | 05-01 | 24",
        "FOR '2022-05-01 12:00' | 05-01 | 1",
        "FOR TIMESTAMP '2022-05-01 12:00:00' | 05-01 | 1",
        "FOR '2022-05-01T01:00+02:00' | 04-30 | 1",
        "FOR MONDAY | 06-13 | 24",
        "FOR WEDNESDAY | 06-08 | 24",
        "FOR LATEST | 06-16 | 24",
        "FOR DATES BETWEEN '2022-05-01' AND '2022-05-03' | 05-01 05-02 05-03 | 72",
        "FOR DATES BETWEEN '2022-05-01 10:30' AND '2022-05-01 12:15' | 05-01 | 3",
        "FOR DATES BETWEEN YESTERDAY AND TODAY | 06-14 06-15 | 48",
        "for dates in last_month | 05-01..05-31 (31) | 744",
        "FOR DATES IN THIS_MONTH | 06-01..06-15 (15) | 360",
        "FOR DATES SINCE '2022-06-01' | 06-01..06-15 (15) | 360",
        "FOR LAST 7 DAYS | 06-09..06-15 (7) | 168",
        "FOR 3 DAYS AGO | 06-12 | 24",
        "\"\" | 06-15 | 24",
      })
  void readsTheseDays(String clause, String days, long hours) {
    assertThat(days("daily", clause)).isEqualTo(days);
    assertThat(days("hourly", clause)).isEqualTo(days);
    assertThat(
            rows("SELECT count(DISTINCT _date, _hour) FROM clock.hourly " + clause)
                .get(0)
                .getLong(0))
        .isEqualTo(hours);
  }

  @Test
  void aViewOverTodayMovesOn() {
    rows("CREATE OR REPLACE TEMP VIEW moving AS SELECT *, _date AS d FROM clock.daily FOR TODAY");
    assertThat(rows("SELECT d FROM moving").toString()).isEqualTo("[[2022-06-15]]");

    now("2022-06-16T00:00:00Z");
    try {
      assertThat(rows("SELECT d FROM moving").toString()).isEqualTo("[[2022-06-16]]");
    } finally {
      now("2022-06-15T10:20:00Z");
    }
  }

  @Test
  void twoDaysOfOneDatasetJoin() {
    assertThat(
            rows("SELECT a._date, b._date FROM clock.daily FOR TODAY AS a JOIN clock.daily b FOR 7 DAYS AGO ON a.id = b.id")
                .toString())
        .isEqualTo("[[2022-06-15,2022-06-08]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT * FROM clock.daily FOR '2022-13-01' | 2022-13-01",
        "SELECT * FROM clock.daily FOR '2022-02-30' | 2022-02-30",
        "SELECT * FROM clock.daily FOR TOMORROW | TOMORROW",
        "SELECT * FROM clock.daily FOR DATES BETWEEN TODAY AND YESTERDAY | before it begins",
        "SELECT * FROM clock.daily FOR DATES BETWEEN TODAY | BETWEEN",
        "SELECT * FROM clock.daily FOR LAST x DAYS | LAST x",
        "SELECT * FROM clock.daily FOR LAST -1 DAYS | LAST -1",
        "SELECT * FROM clock.daily FOR TODAY FOR YESTERDAY | FOR YESTERDAY",
        "SELECT * FROM clock.daily WHERE id = 1 FOR TODAY | WHERE",
        "SELECT id FROM clock.daily GROUP BY id FOR TODAY | FOR TODAY",
        "SELECT * FROM (SELECT * FROM clock.daily) FOR TODAY | FOR TODAY",
        "SELECT * FROM clock.daily FOR 20220501 | 20220501",
        "SELECT * FROM clock.daily FOR '2022-07-01' | the nearest is 2022-06-16",
        "SELECT * FROM clock.nothing FOR TODAY | no dataset at nothing",
      })
  void saysWhatIsWrong(String sql, String said) {
    assertThatThrownBy(() -> rows(sql)).hasMessageContaining(said);
  }
}
