package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.DateLevels.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @ParameterizedTest
  @CsvSource({
    // template, folder, day, hour, rest
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_17, 2024-03-17, '', ''",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_17/by_hour/hour=05, 2024-03-17, '',"
        + " by_hour/hour=05",
    "{yyyy}/{mm}/{dd}, 2024/03/17, 2024-03-17, '', ''",
    "{yyyy}/{mm}/{dd}, 2024/03/17/as_at_1/p, 2024-03-17, '', as_at_1/p",
    "{yyyy}/{mm}/{dd}, 2024/02/29, 2024-02-29, '', ''",
    "{yyyy}-{mm}-{dd}, 2024-03-17, 2024-03-17, '', ''",
    "{yyyy}{mm}{dd}, 20240317, 2024-03-17, '', ''",
    "events/{yyyy}/{mm}/{dd}, events/2024/03/17, 2024-03-17, '', ''",
    "{yyyy}/events/{mm}/{dd}, 2024/events/03/17, 2024-03-17, '', ''",
    "{yyyy}/{mm}/{dd}/data, 2024/03/17/data, 2024-03-17, '', ''",
    "dt={yyyy}-{mm}-{dd}, dt=2024-03-17, 2024-03-17, '', ''",
    "{dd}.{mm}.{yyyy}, 17.03.2024, 2024-03-17, '', ''",
    "{dd}/{mm}/{yyyy}, 17/03/2024, 2024-03-17, '', ''",
    "{yyyy}/{mm}/{yyyy}-{mm}-{dd}, 2024/03/2024-03-17, 2024-03-17, '', ''",
    "{yyyy}/{m}/{d}, 2024/3/7, 2024-03-07, '', ''",
    "{yyyy}/{m}/{d}, 2024/12/17, 2024-12-17, '', ''",
    "d{yyyy}{mm}{dd}x, d20240317x, 2024-03-17, '', ''",
    "{YYYY}/{MM}/{DD}, 2024/03/17, 2024-03-17, '', ''",
    // hours below the day
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17/05, 2024-03-17, 5, ''",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17/05/as_at_1, 2024-03-17, 5, as_at_1",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17, 2024-03-17, '', ''",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17/as_at_1, 2024-03-17, '', as_at_1",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17/5, 2024-03-17, '', 5",
    "{yyyy}/{mm}/{dd}/{H}, 2024/03/17/5, 2024-03-17, 5, ''",
    "{yyyy}/{mm}/{dd}/hours/h{HH}, 2024/03/17/hours/h23, 2024-03-17, 23, ''",
    "{yyyy}/{mm}/{dd}/hours/h{HH}, 2024/03/17/hours, 2024-03-17, '', hours",
    // Mabel's hours are known in every day
    "year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}, year_2024/month_03/day_17/by_hour/hour=05,"
        + " 2024-03-17, '', by_hour/hour=05",
    // hours in the day's folder
    "{yyyy}-{mm}-{dd}-{HH}, 2024-03-17-05, 2024-03-17, 5, ''",
    "{HH}/{yyyy}{mm}{dd}, 05/20240317/p, 2024-03-17, 5, p",
  })
  void place(String template, String folder, LocalDate day, String hour, String rest) {
    assertThat(PartitionScheme.template(template).place(folder))
        .isInstanceOfSatisfying(
            Placement.Slot.class,
            slot -> {
              assertThat(slot.day()).contains(day);
              assertThat(slot.hour())
                  .isEqualTo(
                      hour.isEmpty()
                          ? OptionalInt.empty()
                          : OptionalInt.of(Integer.parseInt(hour)));
              assertThat(slot.rest()).isEqualTo(Elements.of(rest));
              assertThat(
                      Elements.join(Elements.of(slot.unit() + (rest.isEmpty() ? "" : "/" + rest))))
                  .isEqualTo(folder);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "year_{yyyy}/month_{mm}/day_{dd}, '', OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_1, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_3/day_01, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_150, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_24/month_03/day_01, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, Year_2024/month_03/day_01, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, xyear_2024/month_03/day_01, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, a/year_2024/month_03/day_01, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_0x, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_٠١, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_03/day_+1, OUTSIDE_SCHEME",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_13/day_01, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_00/day_01, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_02/day_30, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2023/month_02/day_29, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_01/day_32, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_2024/month_01/day_00, IMPOSSIBLE_DATE",
    "year_{yyyy}/month_{mm}/day_{dd}, year_0000/month_01/day_01, IMPOSSIBLE_DATE",
    "{yyyy}-{mm}-{dd}, 2024-02-30, IMPOSSIBLE_DATE",
    "{yyyy}-{mm}-{dd}, 2024-2-3, OUTSIDE_SCHEME",
    "{yyyy}-{mm}-{dd}, 20240203, OUTSIDE_SCHEME",
    "{yyyy}{mm}{dd}, 202402030, OUTSIDE_SCHEME",
    "{yyyy}{mm}{dd}, 20241301, IMPOSSIBLE_DATE",
    "{yyyy}/{m}/{d}, 2024/03/17, OUTSIDE_SCHEME",
    "{yyyy}/{m}/{d}, 2024/3/32, IMPOSSIBLE_DATE",
    "{yyyy}/{m}/{d}, 2024/123/1, OUTSIDE_SCHEME",
    "{yyyy}/{mm}/{yyyy}-{mm}-{dd}, 2024/03/2024-04-17, OUTSIDE_SCHEME",
    "events/{yyyy}/{mm}/{dd}, event/2024/03/17, OUTSIDE_SCHEME",
    "events/{yyyy}/{mm}/{dd}, 2024/03/17, OUTSIDE_SCHEME",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/03/17/24, IMPOSSIBLE_HOUR",
    "{yyyy}-{mm}-{dd}-{HH}, 2024-03-17-24, IMPOSSIBLE_HOUR",
    "{yyyy}-{mm}-{dd}-{HH}, 2024-03-17, OUTSIDE_SCHEME",
  })
  void misplaced(String template, String folder, SkipReason reason) {
    assertThat(PartitionScheme.template(template).place(folder))
        .isEqualTo(new Placement.Skipped(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mable | it does not say where the year is",
        "{yyyy}/{mm} | it does not say where the day is",
        "{yyyy}/{dd} | it does not say where the month is",
        "{mm}/{dd} | it does not say where the year is",
        "yyyy/mm/dd | it does not say where the year is",
        "{yyyy}/{mm}/{day} | {day} is no field",
        "{yyyy}/{mm}/{} | {} is no field",
        "{yyyy}/{mm}/{dd | it has a '{' without a '}'",
        "{yyyy}/{mm}/dd} | it has a '}' without a '{'",
        "{yyyy}//{mm}/{dd} | it has an empty element",
        "/{yyyy}/{mm}/{dd} | it has an empty element",
        "{yyyy}/{mm}/{dd}/ | it has an empty element",
        "../{yyyy}/{mm}/{dd} | it has an empty element, '.' or '..'",
        "./{yyyy}/{mm}/{dd} | it has an empty element, '.' or '..'",
        "'' | it does not say where the year is",
        "{yyyy}{m}{d} | digits follow {m}, whose length varies",
        "{yyyy}-{m}0-{d} | digits follow {m}, whose length varies",
      })
  void badTemplatesAreRefusedWithTheValidForms(String template, String reason) {
    assertThatThrownBy(() -> PartitionScheme.template(template))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> assertThat(e.condition()).isEqualTo(Condition.INVALID_OPTION))
        .hasMessageContaining("Invalid partition-scheme '" + template + "': " + reason)
        .hasMessageContaining("mabel, none, hive, or a template")
        .hasMessageContaining("{yyyy}/{mm}/{dd}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one day is one LIST, in every scheme
        "mabel | 2024-03-17 | year_2024/month_03/day_17",
        "{yyyy}/{mm}/{dd} | 2024-03-07 | 2024/03/07",
        "{yyyy}-{mm}-{dd} | 2024-03-17 | 2024-03-17",
        "{yyyy}/{m}/{d} | 2024-03-07 | 2024/3/7",
        "{yyyy}/{mm}/{dd}/{HH} | 2024-03-17 | 2024/03/17",
        "events/{yyyy}/{mm}/{dd}/data | 2024-03-17 | events/2024/03/17/data",
        "{dd}/{mm}/{yyyy} | 2024-03-17 | 17/03/2024",
        "year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH} | 2024-03-17 | year_2024/month_03/day_17",
        // less than half a month: day by day
        "mabel | 2024-03-30..2024-04-02 | year_2024/month_03/day_30 year_2024/month_03/day_31"
            + " year_2024/month_04/day_01 year_2024/month_04/day_02",
        // at least half of a month: the month
        "mabel | 2024-03-01..2024-03-16 | year_2024/month_03",
        "mabel | 2023-02-01..2023-02-14 | year_2023/month_02",
        "mabel | 2024-03-17..2024-03-31 | year_2024/month_03/day_17 year_2024/month_03/day_18"
            + " year_2024/month_03/day_19 year_2024/month_03/day_20 year_2024/month_03/day_21"
            + " year_2024/month_03/day_22 year_2024/month_03/day_23 year_2024/month_03/day_24"
            + " year_2024/month_03/day_25 year_2024/month_03/day_26 year_2024/month_03/day_27"
            + " year_2024/month_03/day_28 year_2024/month_03/day_29 year_2024/month_03/day_30"
            + " year_2024/month_03/day_31",
        "mabel | 2024-03-01..2024-05-02 | year_2024/month_03 year_2024/month_04"
            + " year_2024/month_05/day_01 year_2024/month_05/day_02",
        "{yyyy}/{mm}/{dd} | 2023-12-01..2024-01-31 | 2023/12 2024/01",
        "events/{yyyy}/x/{mm}/{dd} | 2024-03-01..2024-03-31 | events/2024/x/03",
        "{yyyy}-{mm}/{dd} | 2024-03-01..2024-03-31 | 2024-03",
        // no folder of the month: day by day
        "{yyyy}-{mm}-{dd} | 2024-02-01..2024-02-03 | 2024-02-01 2024-02-02 2024-02-03",
      })
  void folders(String scheme, String range, String expected) {
    PartitionScheme partitionScheme =
        scheme.equals("mabel") ? PartitionScheme.mabel() : PartitionScheme.template(scheme);

    List<Folder> folders = partitionScheme.foldersFor(days(range));

    assertThat(folders.stream().map(Folder::path).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void aYearIsTwelveLists() {
    assertThat(PartitionScheme.mabel().foldersFor(days("2024-01-01..2024-12-31")))
        .hasSize(12)
        .startsWith(
            new Folder(
                "year_2024/month_01",
                new DateSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31))));
    assertThat(
            PartitionScheme.template("{yyyy}-{mm}-{dd}").foldersFor(days("2023-01-01..2023-12-31")))
        .hasSize(365);
    assertThat(
            PartitionScheme.template("{dd}/{mm}/{yyyy}").foldersFor(days("2023-01-01..2023-12-31")))
        .hasSize(365);
  }

  @Test
  void aWeekIsAtMostSeven() {
    for (int offset = 0; offset < 400; offset++) {
      LocalDate first = LocalDate.of(2023, 12, 1).plusDays(offset);
      List<Folder> folders =
          PartitionScheme.mabel().foldersFor(days(first + ".." + first.plusDays(6)));

      assertThat(folders).hasSizeLessThanOrEqualTo(7);
      for (int day = 0; day < 7; day++) {
        LocalDate wanted = first.plusDays(day);
        assertThat(folders)
            .filteredOn(folder -> folder.days().daysFrom(wanted) == 0)
            .as("%s once", wanted)
            .hasSize(1);
      }
    }
  }

  @Test
  void anHourOfADayIsTheDaysFolder() {
    assertThat(PartitionScheme.mabel().foldersFor(hours("2024-03-17T05")))
        .extracting(Folder::path)
        .containsExactly("year_2024/month_03/day_17");
  }

  @Test
  void hoursThatAreInTheDaysFolderAreListedOneByOne() {
    PartitionScheme scheme = PartitionScheme.template("{yyyy}-{mm}-{dd}-{HH}");

    assertThat(scheme.foldersFor(hours("2024-03-17T23..2024-03-18T01")))
        .extracting(Folder::path)
        .containsExactly("2024-03-17-23", "2024-03-18-00", "2024-03-18-01");
    assertThat(scheme.foldersFor(days("2024-03-17"))).hasSize(24);
  }

  @ParameterizedTest
  @CsvSource({
    "{yyyy}/{mm}/{dd}, '', -999999999-01-01, +999999999-12-31",
    "{yyyy}/{mm}/{dd}, 2024, 2024-01-01, 2024-12-31",
    "{yyyy}/{mm}/{dd}, 2024/02, 2024-02-01, 2024-02-29",
    "{yyyy}/{mm}/{dd}, 2024/02/03, 2024-02-03, 2024-02-03",
    "events/{yyyy}/{mm}/{dd}, events, -999999999-01-01, +999999999-12-31",
    "{dd}/{mm}/{yyyy}, 03/02, -999999999-01-01, +999999999-12-31",
    "{yyyy}/{dd}/{mm}, 2024/03, 2024-01-01, 2024-12-31",
  })
  void levelsSayWhichDaysAFolderMayHold(
      String template, String folder, LocalDate first, LocalDate last) {
    DateLevels levels = PartitionScheme.template(template).levels().orElseThrow();

    assertThat(levels.read(Elements.of(folder)))
        .isEqualTo(new Level.Within(new DateSpan(first, last)));
  }

  @ParameterizedTest
  @CsvSource({
    "{yyyy}/{mm}/{dd}, x, OUTSIDE_SCHEME",
    "{yyyy}/{mm}/{dd}, 2024/13, IMPOSSIBLE_DATE",
    "{yyyy}/{mm}/{dd}, 2024/02/30, IMPOSSIBLE_DATE",
    "events/{yyyy}/{mm}/{dd}, 2024, OUTSIDE_SCHEME",
    "{dd}/{mm}/{yyyy}, 30/02/2024, IMPOSSIBLE_DATE",
    "{dd}/{mm}/{yyyy}, 32, IMPOSSIBLE_DATE",
  })
  void levelsSayWhatHoldsNoDays(String template, String folder, SkipReason reason) {
    DateLevels levels = PartitionScheme.template(template).levels().orElseThrow();

    assertThat(levels.read(Elements.of(folder))).isEqualTo(new Level.Outside(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "{yyyy}/{mm}/{dd}, 3",
    "{yyyy}-{mm}-{dd}, 1",
    "{yyyy}/{mm}/{dd}/{HH}, 3",
    "{yyyy}-{mm}-{dd}-{HH}, 1",
    "{yyyy}/{mm}/{dd}/data, 4",
    "year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}, 3",
  })
  void depth(String template, int depth) {
    assertThat(PartitionScheme.template(template).levels().orElseThrow().depth()).isEqualTo(depth);
  }

  /** What is listed for a day is placed in that day. */
  @ParameterizedTest
  @CsvSource({
    "year_{yyyy}/month_{mm}/day_{dd}",
    "{yyyy}/{m}/{d}",
    "{dd}-{mm}-{yyyy}",
    "{yyyy}{mm}{dd}{HH}",
    "x/{yyyy}/y{mm}/{yyyy}-{mm}-{dd}/z",
  })
  void foldersAndPlacesAgree(String template) {
    PartitionScheme scheme = PartitionScheme.template(template);
    for (int offset = 0; offset < 800; offset += 3) {
      LocalDate day = LocalDate.of(2023, 1, 1).plusDays(offset);
      for (Folder folder : scheme.foldersFor(days(day.toString()))) {
        assertThat(((Placement.Slot) scheme.place(folder.path())).day()).contains(day);
        assertThat(folder.days()).isEqualTo(new DateSpan(day, day));
      }
    }
  }

  @Test
  void schemesKeepTheNameThatIsConfigured() {
    assertThat(PartitionScheme.mabel().name()).isEqualTo("mabel");
    assertThat(PartitionScheme.template("{yyyy}/{mm}/{dd}").name()).isEqualTo("{yyyy}/{mm}/{dd}");
    assertThat(PartitionScheme.template("{yyyy}/{mm}/{dd}"))
        .isEqualTo(PartitionScheme.template("{yyyy}/{mm}/{dd}"));
  }
}
