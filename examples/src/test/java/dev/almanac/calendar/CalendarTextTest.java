package dev.almanac.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as they are seen. */
class CalendarTextTest {

  private static String draw(
      int width, boolean unicode, boolean color, Measure measure, List<Day> days) {
    return new CalendarText(measure, new Style(width, unicode, color)).of("lake.t", days);
  }

  @Test
  void aSingleDayHasItsPlaceInTheYear() {
    assertThat(draw(120, true, false, Measure.BYTES, Days.of("2024-02-29", "5")))
        .isEqualTo(
            """
            lake.t

            2024
               Jan     Feb     Mar       Apr     May     Jun       Jul     Aug     Sep       Oct     Nov     Dec
            Mo
            Tu
            We
            Th                 ██
            Fr
            Sa
            Su

            ░ to 125 bytes  ▒ to 250 bytes  ▓ to 375 bytes  █ more

            1 day: 1 read
            1 file, 500 bytes
            """);
  }

  @Test
  void everyMarkInAscii() {
    assertThat(draw(80, false, false, Measure.BYTES, Days.of("2024-02-26", "1248ABDH.xx!o0.8")))
        .isEqualTo(
            """
            lake.t

            2024
               Jan Feb Mar  Apr May Jun  Jul Aug Sep  Oct Nov Dec
            Mo         :4.
            Tu         :.#
            We         +x
            Th         #x
            Fr         1!
            Sa         1o
            Su         20

            : to 200 bytes  + to 400 bytes  * to 600 bytes  # more
            ! read, with an incomplete frame beside  o read, no bytes  . missing  0 no data
            x no complete frame  1234 the same, with superseded frames

            16 days: 11 read, 2 missing, 2 without a complete frame, 1 without data
            4 gaps, the longest of 2 days from 2024-03-06
            14 files, 3.8 KiB, 13 frames (4 superseded, 3 incomplete)
            """);
  }

  @Test
  void everyMarkWhereThereIsRoom() {
    assertThat(draw(111, true, false, Measure.FILES, Days.of("2024-02-26", "1248ABDH.xx!o0.8")))
        .isEqualTo(
            """
            lake.t

            2024
               Jan     Feb     Mar       Apr     May     Jun       Jul     Aug     Sep       Oct     Nov     Dec
            Mo                 ░░◑ ·
            Tu                 ░░· ░░
            We                 ░░×
            Th                 ░░×
            Fr                 ◑ !
            Sa                 ◑ ○
            Su                 ◑ ∅

            ░ to 1 file  ▒ to 2 files  ▓ to 3 files  █ more  ! read, with an incomplete frame beside  ○ read, no files
            · missing  ∅ no data  × no complete frame  ◔◑◕● the same, with superseded frames

            16 days: 11 read, 2 missing, 2 without a complete frame, 1 without data
            4 gaps, the longest of 2 days from 2024-03-06
            14 files, 3.8 KiB, 13 frames (4 superseded, 3 incomplete)
            """);
  }

  @Test
  void coloursRepeatWhatGlyphsSayAndNothingIsTooNarrow() {
    assertThat(draw(9, true, true, Measure.ROWS, Days.of("2024-02-26", "8.x!")))
        .isEqualTo(
            """
            lake.t

            2024 Feb
            Mo     \u001b[32m█\u001b[0m
            Tu     \u001b[90m·\u001b[0m
            We     \u001b[31m×\u001b[0m
            Th     \u001b[33m!\u001b[0m
            Fr
            Sa
            Su

            \u001b[32m░\u001b[0m to 2 rows
            \u001b[32m▒\u001b[0m to 4 rows
            \u001b[32m▓\u001b[0m to 6 rows
            \u001b[32m█\u001b[0m more
            \u001b[33m!\u001b[0m read, with an incomplete frame beside
            \u001b[90m·\u001b[0m missing
            \u001b[31m×\u001b[0m no complete frame

            4 days: 2
            read, 1
            missing,
            1 without
            a
            complete
            frame
            2 gaps,
            the
            longest
            of 1 day
            from
            2024-02-27
            2 files,
            900
            bytes, 9
            rows, 3
            frames (2
            incomplete)
            """);
  }

  /** It begins on a Sunday: no year has more weeks. */
  @Test
  void aLeapYearOf54Weeks() {
    assertThat(draw(57, false, false, Measure.BYTES, Days.all("2012-01-01", "2012-12-31", '4')))
        .isEqualTo(
            """
            lake.t

            2012
               Jan  Feb Mar Apr  May Jun Jul  Aug Sep  Oct Nov Dec
            Mo  #####################################################
            Tu  ####################################################
            We  ####################################################
            Th  ####################################################
            Fr  ####################################################
            Sa  ####################################################
            Su #####################################################

            : to 100 bytes  + to 200 bytes  * to 300 bytes  # more

            366 days: 366 read
            366 files, 143.0 KiB
            """);
  }

  @Test
  void halfYearsWhereAYearIsTooWide() {
    assertThat(draw(56, false, false, Measure.BYTES, Days.all("2023-12-30", "2024-07-02", '4')))
        .isEqualTo(
            """
            lake.t

            2023 Jul-Dec
               Jul  Aug Sep Oct  Nov Dec
            Mo
            Tu
            We
            Th
            Fr
            Sa                           #
            Su                           #

            2024 Jan-Jun
               Jan Feb Mar  Apr May Jun
            Mo ##########################
            Tu ##########################
            We ##########################
            Th ##########################
            Fr ##########################
            Sa ##########################
            Su ##########################

            2024 Jul-Dec
               Jul Aug Sep  Oct Nov Dec
            Mo #
            Tu #
            We
            Th
            Fr
            Sa
            Su

            : to 100 bytes  + to 200 bytes  * to 300 bytes  # more

            186 days: 186 read
            186 files, 72.7 KiB
            """);
  }

  @Test
  void quartersWhereAHalfIsTooWide() {
    assertThat(draw(30, true, false, Measure.BYTES, Days.all("2023-12-30", "2024-04-02", '4')))
        .isEqualTo(
            """
            lake.t

            2023 Oct-Dec
               Oct  Nov Dec
            Mo
            Tu
            We
            Th
            Fr
            Sa              █
            Su              █

            2024 Jan-Mar
               Jan Feb Mar
            Mo █████████████
            Tu █████████████
            We █████████████
            Th █████████████
            Fr █████████████
            Sa █████████████
            Su █████████████

            2024 Apr-Jun
               Apr May Jun
            Mo █
            Tu █
            We
            Th
            Fr
            Sa
            Su

            ░ to 100 bytes  ▒ to 200 bytes
            ▓ to 300 bytes  █ more

            95 days: 95 read
            95 files, 37.1 KiB
            """);
  }

  @Test
  void monthsWhereAQuarterIsTooWide() {
    assertThat(draw(16, true, false, Measure.BYTES, Days.all("2021-01-31", "2021-03-01", '4')))
        .isEqualTo(
            """
            lake.t

            2021 Jan
            Mo
            Tu
            We
            Th
            Fr
            Sa
            Su     █

            2021 Feb
            Mo ████
            Tu ████
            We ████
            Th ████
            Fr ████
            Sa ████
            Su ████

            2021 Mar
            Mo █
            Tu
            We
            Th
            Fr
            Sa
            Su

            ░ to 100 bytes
            ▒ to 200 bytes
            ▓ to 300 bytes
            █ more

            30 days: 30 read
            30 files, 11.7
            KiB
            """);
  }

  @Test
  void yearsWithoutAnythingTakeALine() {
    assertThat(
            draw(
                60,
                false,
                false,
                Measure.BYTES,
                Stream.of(
                        Days.of("1930-02-18", "1"),
                        Days.all("1930-02-19", "1999-12-30", '.'),
                        Days.of("1999-12-31", "22"))
                    .flatMap(List::stream)
                    .toList()))
        .isEqualTo(
            """
            lake.t

            1930
               Jan Feb Mar  Apr May Jun  Jul Aug  Sep Oct Nov  Dec
            Mo         .............................................
            Tu        +.............................................
            We        ..............................................
            Th        .............................................
            Fr        .............................................
            Sa        .............................................
            Su        .............................................

            1931 .. 1998  no days

            1999
               Jan  Feb Mar Apr May  Jun Jul Aug  Sep Oct  Nov Dec
            Mo  ....................................................
            Tu  ....................................................
            We  ....................................................
            Th  ....................................................
            Fr ....................................................#
            Sa ....................................................
            Su ....................................................

            2000
               Jan  Feb Mar Apr  May Jun Jul  Aug Sep Oct  Nov Dec
            Mo
            Tu
            We
            Th
            Fr
            Sa #
            Su

            : to 50 bytes  + to 100 bytes  * to 150 bytes  # more
            . missing

            25,520 days: 3 read, 25,517 missing
            1 gap, the longest of 25,517 days from 1930-02-19
            3 files, 500 bytes
            """);
  }

  /** The first of January is in the row of its weekday, whatever the year begins with. */
  @ParameterizedTest
  @CsvSource({
    "2018, Mo, 3",
    "2019, Tu, 3",
    "2020, We, 3",
    "2015, Th, 3",
    "2021, Fr, 3",
    "2022, Sa, 3",
    "2023, Su, 3"
  })
  void theFirstDayOfAYearIsInTheFirstColumn(int year, String weekday, int column) {
    String text = draw(80, false, false, Measure.BYTES, Days.of(year + "-01-01", "4"));
    assertThat(text.lines().filter(line -> line.startsWith(weekday + " ")))
        .containsExactly(weekday + " ".repeat(column - 2) + "#");
  }

  @ParameterizedTest
  @ValueSource(ints = {111, 110, 80, 57, 56, 31, 30, 17, 16, 9})
  void nothingIsWiderThanTheTerminal(int width) {
    List<Day> days = Days.all("1999-11-01", "2030-02-01", 'D');
    assertThat(draw(width, true, false, Measure.BYTES, days).lines())
        .filteredOn(line -> line.contains("●") && !line.contains(" "))
        .allMatch(line -> line.length() <= width);
    assertThat(
            draw(width, true, false, Measure.BYTES, days)
                .lines()
                .filter(line -> line.matches("(Mo|Tu|We|Th|Fr|Sa|Su) .*")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= width);
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 80, 40, 20, 10})
  void everyDayIsDrawnOnce(int width) {
    List<Day> days = Days.all("2019-12-30", "2024-03-01", 'D');
    long drawn =
        draw(width, true, false, Measure.BYTES, days)
            .lines()
            .filter(line -> line.matches("(Mo|Tu|We|Th|Fr|Sa|Su) .*"))
            .flatMapToInt(String::chars)
            .filter(glyph -> glyph == '●')
            .count();
    assertThat(drawn)
        .isEqualTo(LocalDate.parse("2019-12-30").datesUntil(LocalDate.parse("2024-03-02")).count());
  }

  @Test
  void oneHugeDayLeavesTheOthersApart() {
    List<Day> days = Days.of("2024-01-01", "1234".repeat(10));
    Day huge =
        new Day(LocalDate.parse("2024-02-10"), DayState.READ, 1, 1L << 50, 0, 0, 0, 0, false);
    List<Day> all = Stream.concat(days.stream(), Stream.of(huge)).toList();
    Shades shades = Shades.of(all, Measure.BYTES);
    assertThat(all.stream().limit(4).map(day -> shades.shade(day.bytes())))
        .containsExactly(1, 2, 3, 4);
    assertThat(shades.shade(huge.bytes())).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "1023, '1,023 bytes'",
    "1024, 1.0 KiB",
    "1048575, 1.0 MiB",
    "1048576, 1.0 MiB",
    "9223372036854775807, 8.0 EiB"
  })
  void sizesAreForTheEye(long bytes, String text) {
    assertThat(ByteText.of(bytes)).isEqualTo(text);
  }
}
