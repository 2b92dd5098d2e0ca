package dev.almanac.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What selections come to. Now is 2022-06-15 10:20 UTC, a Wednesday. */
class DateSelectionTest {

  private static final Instant NOW = Instant.parse("2022-06-15T10:20:00Z");

  private static LocalDate latest() {
    return LocalDate.of(2022, 6, 11);
  }

  private static LocalDate never() {
    throw new AssertionError("the newest day was asked for without need");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TODAY                                             | 2022-06-15
          yesterday                                         | 2022-06-14
          '2022-05-01'                                      | 2022-05-01
          "2022-05-01"                                      | 2022-05-01
          2022-05-01                                        | 2022-05-01
          DATE '2022-05-01'                                 | 2022-05-01
          '2022-05-01 12:00'                                | 2022-05-01 12:00 .. 2022-05-01 12:59
          '2022-05-01T12:59:59'                             | 2022-05-01 12:00 .. 2022-05-01 12:59
          TIMESTAMP '2022-05-01 12:34:56.789'               | 2022-05-01 12:00 .. 2022-05-01 12:59
          TIMESTAMP '2022-05-01'                            | 2022-05-01 00:00 .. 2022-05-01 00:59
          '2024-01-01 00:00'                                | 2024-01-01 00:00 .. 2024-01-01 00:59
          '2022-05-01T01:00+02:00'                          | 2022-04-30 23:00 .. 2022-04-30 23:59
          '2022-05-01T01:00Z'                               | 2022-05-01 01:00 .. 2022-05-01 01:59
          '2022-05-01 01:30 +05:30'                         | 2022-04-30 20:00 .. 2022-04-30 20:59
          MONDAY                                            | 2022-06-13
          TUESDAY                                           | 2022-06-14
          WEDNESDAY                                         | 2022-06-08
          THURSDAY                                          | 2022-06-09
          FRIDAY                                            | 2022-06-10
          SATURDAY                                          | 2022-06-11
          SUNDAY                                            | 2022-06-12
          DATES BETWEEN '2022-05-01' AND '2022-05-03'       | 2022-05-01 .. 2022-05-03
          between 2022-05-01 and 2022-05-03                 | 2022-05-01 .. 2022-05-03
          2022-05-01..2022-05-03                            | 2022-05-01 .. 2022-05-03
          2022-05-01  ..  2022-05-01                        | 2022-05-01
          DATES BETWEEN '2022-05-01 10:30' AND '2022-05-01 12:15' | 2022-05-01 10:00 .. 2022-05-01 12:59
          2022-05-01T10:30..2022-05-01T12:15                | 2022-05-01 10:00 .. 2022-05-01 12:59
          2022-05-01 10:30..2022-05-02                      | 2022-05-01 10:00 .. 2022-05-02 23:59
          2022-05-01..2022-05-02 00:00                      | 2022-05-01 00:00 .. 2022-05-02 00:59
          2022-05-01 00:00..2022-05-01 23:00                | 2022-05-01
          DATES BETWEEN YESTERDAY AND TODAY                 | 2022-06-14 .. 2022-06-15
          YESTERDAY..TODAY                                  | 2022-06-14 .. 2022-06-15
          SUNDAY..MONDAY                                    | 2022-06-12 .. 2022-06-13
          TODAY..2022-12-31                                 | 2022-06-15 .. 2022-12-31
          DATES IN THIS_WEEK                                | 2022-06-13 .. 2022-06-15
          DATES IN LAST_WEEK                                | 2022-06-06 .. 2022-06-12
          DATES IN LAST_MONTH                               | 2022-05-01 .. 2022-05-31
          DATES IN PREVIOUS_MONTH                           | 2022-05-01 .. 2022-05-31
          DATES IN THIS_MONTH                               | 2022-06-01 .. 2022-06-15
          dates in this_year                                | 2022-01-01 .. 2022-06-15
          LAST_YEAR                                         | 2021-01-01 .. 2021-12-31
          DATES SINCE '2022-06-01'                          | 2022-06-01 .. 2022-06-15
          SINCE TODAY                                       | 2022-06-15
          SINCE 2022-06-15 09:00                            | 2022-06-15 09:00 .. 2022-06-15 23:59
          LAST 7 DAYS                                       | 2022-06-09 .. 2022-06-15
          LAST 1 DAY                                        | 2022-06-15
          LAST 3 HOURS                                      | 2022-06-15 08:00 .. 2022-06-15 10:59
          LAST 12 HOURS                                     | 2022-06-14 23:00 .. 2022-06-15 10:59
          last  2  weeks                                    | 2022-06-02 .. 2022-06-15
          LAST 1 MONTHS                                     | 2022-05-16 .. 2022-06-15
          3 DAYS AGO                                        | 2022-06-12
          1 DAY AGO                                         | 2022-06-14
          0 DAYS AGO                                        | 2022-06-15
          2 WEEKS AGO                                       | 2022-06-01
          4 MONTHS AGO                                      | 2022-02-15
          """)
  void readsTheDays(String text, String days) {
    assertThat(DateSelection.parse(text).resolve(NOW, ZoneOffset.UTC, DateSelectionTest::never))
        .hasToString(days);
  }

  @ParameterizedTest
  @CsvSource({
    "LATEST, 2022-06-11",
    "LATEST..TODAY, 2022-06-11 .. 2022-06-15",
    "2022-06-01..LATEST, 2022-06-01 .. 2022-06-11",
    "SINCE LATEST, 2022-06-11 .. 2022-06-15",
  })
  void asksForTheNewestDay(String text, String days) {
    assertThat(DateSelection.parse(text).resolve(NOW, ZoneOffset.UTC, DateSelectionTest::latest))
        .hasToString(days);
  }

  @ParameterizedTest
  @CsvSource({
    // Month ends: a shorter month gives its last day.
    "2022-03-31T10:00:00Z, 1 MONTHS AGO, 2022-02-28",
    "2024-03-31T10:00:00Z, 1 MONTHS AGO, 2024-02-29",
    "2024-02-29T10:00:00Z, 12 MONTHS AGO, 2023-02-28",
    "2022-03-31T10:00:00Z, LAST 1 MONTHS, 2022-03-01 .. 2022-03-31",
    "2024-03-15T10:00:00Z, LAST_MONTH, 2024-02-01 .. 2024-02-29",
    "2022-01-10T10:00:00Z, LAST_MONTH, 2021-12-01 .. 2021-12-31",
    "2024-12-31T23:59:59Z, THIS_YEAR, 2024-01-01 .. 2024-12-31",
    // Mondays: the weekday and the week before, not the day itself.
    "2022-06-13T00:00:00Z, MONDAY, 2022-06-06",
    "2022-06-13T00:00:00Z, THIS_WEEK, 2022-06-13",
    "2022-06-12T23:59:59Z, THIS_WEEK, 2022-06-06 .. 2022-06-12",
    "2022-06-13T00:00:00Z, LAST_WEEK, 2022-06-06 .. 2022-06-12",
    "2022-01-01T10:00:00Z, LAST_WEEK, 2021-12-20 .. 2021-12-26",
    "2022-01-01T10:00:00Z, YESTERDAY, 2021-12-31",
  })
  void followsTheCalendar(String now, String text, String days) {
    assertThat(
            DateSelection.parse(text)
                .resolve(Instant.parse(now), ZoneOffset.UTC, DateSelectionTest::never))
        .hasToString(days);
  }

  @ParameterizedTest
  @CsvSource({
    // 23:30 in New York is the next day in UTC.
    "America/New_York, 2022-06-15T03:30:00Z, TODAY, 2022-06-14T04:00:00Z, 2022-06-15T04:00:00Z",
    // Literals without an offset are the store's time, with one they are instants.
    "America/New_York, 2022-06-15T10:00:00Z, 2022-05-01 10:30, 2022-05-01T14:00:00Z, 2022-05-01T15:00:00Z",
    "America/New_York, 2022-06-15T10:00:00Z, 2022-05-01 10:30Z, 2022-05-01T10:00:00Z, 2022-05-01T11:00:00Z",
    // Hours of a zone with half an hour are its own.
    "Asia/Kolkata, 2022-06-15T10:00:00Z, 2022-05-01 10:45, 2022-05-01T04:30:00Z, 2022-05-01T05:30:00Z",
    "Asia/Kolkata, 2022-06-15T10:20:00Z, LAST 2 HOURS, 2022-06-15T08:30:00Z, 2022-06-15T10:30:00Z",
    // Days of 23 and of 25 hours.
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-03-27, 2022-03-26T23:00:00Z, 2022-03-27T22:00:00Z",
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-10-30, 2022-10-29T22:00:00Z, 2022-10-30T23:00:00Z",
    // The hour that is shown twice is one; the hour that is skipped is the one after.
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-10-30 02:15, 2022-10-30T00:00:00Z, 2022-10-30T02:00:00Z",
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-10-30 01:15Z, 2022-10-30T00:00:00Z, 2022-10-30T02:00:00Z",
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-03-27 02:15, 2022-03-27T01:00:00Z, 2022-03-27T02:00:00Z",
    "Europe/Berlin, 2022-06-15T10:00:00Z, 2022-03-27 02:30..2022-03-27 03:10, 2022-03-27T01:00:00Z, 2022-03-27T02:00:00Z",
    // Midnight was skipped, and so was a whole day.
    "America/Sao_Paulo, 2022-06-15T10:00:00Z, 2018-11-04, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "Pacific/Apia, 2022-06-15T10:00:00Z, 2011-12-30, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    "Pacific/Apia, 2022-06-15T10:00:00Z, 2011-12-29..2011-12-30, 2011-12-29T10:00:00Z, 2011-12-31T10:00:00Z",
  })
  void readsTheStoresDaysAndHours(
      String zone, Instant now, String text, Instant start, Instant end) {
    ZoneId storeZone = ZoneId.of(zone);

    assertThat(DateSelection.parse(text).resolve(now, storeZone, DateSelectionTest::never))
        .isEqualTo(new DateRange(start, end, storeZone));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2022-05-01                       | 2022-05-01
          '2022-05-01 12:00'               | 2022-05-01T12:00
          '2022-05-01 12:00:05'            | 2022-05-01T12:00:05
          '2022-05-01 12:00:05 +0200'      | 2022-05-01T12:00:05+02:00
          '2022-05-01t12:00z'              | 2022-05-01T12:00Z
          today                            | TODAY
          dates between monday and today   | MONDAY..TODAY
          dates in previous_month          | LAST_MONTH
          dates since yesterday            | SINCE YESTERDAY
          last 1 day                       | LAST 1 DAYS
          1 month ago                      | 1 MONTHS AGO
          """)
  void isWrittenInOneForm(String text, String canonical) {
    assertThat(DateSelection.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ''                                | '' is neither 'YYYY-MM-DD'
          '2022-13-01'                      | '2022-13-01' is impossible
          2022-02-30                        | '2022-02-30' is impossible
          2023-02-29                        | '2023-02-29' is impossible
          '2022-05-01 24:00'                | is impossible
          '2022-05-01 12:60'                | is impossible
          '2022-05-01 12:00+19:00'          | is impossible
          '0000-01-01'                      | there is no year 0
          2022-5-1                          | '2022-5-1' is neither
          '01/05/2022'                      | '01/05/2022' is neither
          '2022-05-01 12'                   | is neither
          DATE '2022-05-01 12:00'           | DATE takes a day without a time of day
          20220501                          | 20220501 is a number, not a date; did you mean '2022-05-01'?
          '20220501'                        | 20220501 is a number, not a date; did you mean '2022-05-01'?
          20220501 x                        | 20220501 is a number, not a date; did you mean '2022-05-01'?
          20229901                          | 20229901 is a number, not a date.
          'TODAY'                           | the word TODAY goes without quotes
          TOMORROW                          | not TOMORROW; did you mean TODAY? Accepted
          todya                             | not todya; did you mean TODAY?
          LASTEST                           | did you mean LATEST?
          LASTMONTH                         | did you mean DATES IN LAST_MONTH?
          DATES BETWEEN LAST 2 DAYS AND TODAY | a date is expected, not LAST. Accepted
          BANANA                            | a date is expected, not BANANA. Accepted
          DATES                             | BETWEEN, IN or SINCE is expected after DATES, not the end
          DATES FROM TODAY                  | BETWEEN, IN or SINCE is expected after DATES, not FROM
          DATES BETWEEN TODAY               | AND is expected after the first point of BETWEEN, not the end
          DATES BETWEEN TODAY, TOMORROW     | AND is expected after the first point of BETWEEN, not ,
          DATES BETWEEN AND TODAY           | a date is expected, not AND
          DATES BETWEEN '2022-05-03' AND '2022-05-01'             | the range 2022-05-03..2022-05-01 ends before it begins
          DATES BETWEEN TODAY AND YESTERDAY                       | the range TODAY..YESTERDAY ends before it begins
          TODAY..MONDAY                                           | ends before it begins
          2022-05-01T12:45..2022-05-01T12:15                      | ends before it begins
          2022-05-02..2022-05-01T12:15                            | ends before it begins
          2022-05-01T12:00+02:00..2022-05-01T12:00+04:00          | ends before it begins
          DATES IN LAST_WEAK                | not LAST_WEAK; did you mean LAST_WEEK?
          DATES IN PREVIOUS_WEEK            | not PREVIOUS_WEEK; did you mean LAST_WEEK?
          DATES IN 2022                     | a range is expected after DATES IN, not 2022
          DATES IN 'LAST_WEEK'              | a range is expected after DATES IN
          LAST x DAYS                       | a whole number is expected after LAST, not x
          LAST DAYS                         | a whole number is expected after LAST, not DAYS
          LAST -1 DAYS                      | a whole number is expected after LAST, not -
          LAST 1.5 DAYS                     | DAYS, HOURS, WEEKS or MONTHS is expected after the number, not .
          LAST 0 DAYS                       | must be 1 or more
          LAST 7                            | DAYS, HOURS, WEEKS or MONTHS is expected after the number, not the end
          LAST 7 YEARS                      | DAYS, HOURS, WEEKS or MONTHS is expected after the number, not YEARS
          LAST 99999999999 DAYS             | the number 99999999999 is too large
          3 DAYS                            | AGO is expected after 3 DAYS
          3 HOURS AGO                       | DAYS, WEEKS or MONTHS is expected after 3, not HOURS
          7                                 | 7 is a number, not a date
          TODAY YESTERDAY                   | the end of the dates is expected, not YESTERDAY
          2022-05-01..                      | a date is expected, not the end
          :day                              | a date is expected, not :
          """)
  void refuses(String text, String reason) {
    assertThatThrownBy(() -> DateSelection.parse(text))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_INVALID_TEMPORAL_CLAUSE")
        .hasMessageContaining("Cannot read the dates '" + text + "': ")
        .hasMessageContaining(reason)
        .hasMessageContaining("Accepted after FOR: 'YYYY-MM-DD'")
        .hasMessageContaining("SQLSTATE: 42601");
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> DateSelection.parse("  "))
        .hasMessageContaining("a date is expected, not the end of the text");
  }

  @ParameterizedTest
  @CsvSource({
    "TUESDAY..MONDAY, Cannot read the dates TUESDAY..MONDAY: it ends (2022-06-13) before it begins (2022-06-14)",
    "TODAY..2022-06-14, it ends (2022-06-14) before it begins (2022-06-15)",
    "LATEST..2022-06-10, it ends (2022-06-10) before it begins (2022-06-11)",
    "SINCE 2022-06-16, it begins (2022-06-16) after today (2022-06-15)",
    "LAST 999999999 MONTHS, it begins before the year 1",
    "LAST 999999999 HOURS, it begins before the year 1",
    "2147483647 WEEKS AGO, it begins before the year 1",
    "2147483647 MONTHS AGO, it begins before the year 1",
  })
  void refusesWhatTurnsOutImpossible(String text, String reason) {
    DateSelection selection = DateSelection.parse(text);

    assertThatThrownBy(() -> selection.resolve(NOW, ZoneOffset.UTC, DateSelectionTest::latest))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_INVALID_TEMPORAL_CLAUSE")
        .hasMessageContaining(reason);
  }

  /** Which of the two ends is first depends on the store's time zone, so that only it can tell. */
  @Test
  void leavesMixedEndsToTheStore() {
    DateSelection selection = DateSelection.parse("2022-05-02..2022-05-01T23:00-05:00");

    assertThat(selection.resolve(NOW, ZoneOffset.UTC, DateSelectionTest::never))
        .hasToString("2022-05-02 00:00 .. 2022-05-02 04:59");
    assertThatThrownBy(
            () -> selection.resolve(NOW, ZoneId.of("Pacific/Honolulu"), DateSelectionTest::never))
        .hasMessageContaining("before it begins");
  }

  @Test
  void aLongTextIsNoStackOverflow() {
    assertThatThrownBy(() -> DateSelection.parse("'" + "x".repeat(100_000) + "'"))
        .isInstanceOf(AlmanacException.class);
  }
}
