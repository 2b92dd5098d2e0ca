package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayWalkTest {

  private static final String MABEL = PartitionScheme.MABEL_TEMPLATE;

  private TreeLister tree;

  /** Ten years, every tenth day. */
  @BeforeEach
  void tenYears() {
    List<String> files = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2015, 1, 1); day.getYear() < 2025; day = day.plusDays(10)) {
      files.add(mabel(day) + "/a.csv");
    }
    files.add("year_2099/month_13/day_01/odd.csv");
    files.add("archive/year_2030/month_01/day_01/a.csv");
    tree = TreeLister.of(files);
  }

  @Test
  void theNewestDayTakesOneListForEachLevel() {
    Iterator<Folder> days = walk(MABEL).newestFirst();

    // 2099 has no month, but that takes looking.
    assertThat(days.next().path()).isEqualTo("year_2024/month_12/day_29");
    assertThat(tree.listed()).containsExactly("", "year_2099", "year_2024", "year_2024/month_12");
    assertThat(days.next().path()).isEqualTo("year_2024/month_12/day_19");
    assertThat(days.next().path()).isEqualTo("year_2024/month_12/day_09");
    assertThat(tree.listed()).hasSize(4);
    assertThat(days.next().path()).isEqualTo("year_2024/month_11/day_29");
    assertThat(tree.listed()).hasSize(5).endsWith("year_2024/month_11");
  }

  @Test
  void theYearsTakeOneList() {
    assertThat(walk(MABEL).years())
        .containsExactly(2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2099);
    assertThat(tree.listed()).containsExactly("");
  }

  @Test
  void theYearsBelowOtherFoldersTakeOneListMore() {
    assertThat(walk("archive/" + MABEL).years()).containsExactly(2030);
    assertThat(tree.listed()).containsExactly("", "archive");
  }

  @Test
  void allDaysComeNewestFirst() {
    List<LocalDate> found = new ArrayList<>();
    walk(MABEL).newestFirst().forEachRemaining(folder -> found.add(folder.days().first()));

    assertThat(found).hasSize(366).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(found).endsWith(LocalDate.of(2015, 1, 1));
  }

  @Test
  void theNearestDays() {
    Iterator<Folder> days = walk(MABEL).nearestFirst(LocalDate.of(2019, 6, 30));

    assertThat(days.next().path()).isEqualTo("year_2019/month_06/day_29");
    assertThat(tree.listed()).containsExactly("", "year_2019", "year_2019/month_06");
    assertThat(days.next().path()).isEqualTo("year_2019/month_07/day_09");
    assertThat(days.next().path()).isEqualTo("year_2019/month_06/day_19");
  }

  @Test
  void theNearestToADayBeforeOrAfterAll() {
    assertThat(walk(MABEL).nearestFirst(LocalDate.of(1990, 1, 1)).next().path())
        .isEqualTo("year_2015/month_01/day_01");
    assertThat(walk(MABEL).nearestFirst(LocalDate.of(2090, 1, 1)).next().path())
        .isEqualTo("year_2024/month_12/day_29");
  }

  @Test
  void ofTwoEquallyNearTheEarlierComesFirst() {
    tree = TreeLister.of(List.of("2024-03-10/a.csv", "2024-03-20/a.csv", "2024-03-31/a.csv"));

    List<String> found = new ArrayList<>();
    walk("{yyyy}-{mm}-{dd}")
        .nearestFirst(LocalDate.of(2024, 3, 15))
        .forEachRemaining(folder -> found.add(folder.path()));

    assertThat(found).containsExactly("2024-03-10", "2024-03-20", "2024-03-31");
    assertThat(tree.listed()).containsExactly("");
  }

  @Test
  void theNearestIsTheNearestWhateverTheDays() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      TreeSet<LocalDate> days = new TreeSet<>();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        days.add(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500)));
      }
      tree = TreeLister.of(days.stream().map(day -> mabel(day) + "/a.csv").toList());
      LocalDate wanted = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500));

      List<LocalDate> found = new ArrayList<>();
      walk(MABEL).nearestFirst(wanted).forEachRemaining(f -> found.add(f.days().first()));

      assertThat(found).containsExactlyInAnyOrderElementsOf(days);
      assertThat(found.stream().map(day -> Math.abs(day.toEpochDay() - wanted.toEpochDay())))
          .isSorted();
    }
  }

  @Test
  void withinARangeOnlyItsYearsAndMonthsAreListed() {
    List<Folder> found = walk(MABEL).within(days("2018-12-20..2019-01-31"));

    assertThat(found)
        .extracting(Folder::path)
        .containsExactly(
            "year_2018/month_12/day_21",
            "year_2018/month_12/day_31",
            "year_2019/month_01/day_10",
            "year_2019/month_01/day_20",
            "year_2019/month_01/day_30");
    assertThat(tree.listed())
        .containsExactly("", "year_2018", "year_2019", "year_2018/month_12", "year_2019/month_01");
  }

  @Test
  void aVeryLongRangeTakesAsManyListsAsThereAreFolders() {
    assertThat(walk(MABEL).within(days("0001-01-01..2024-12-31"))).hasSize(366);
    assertThat(tree.listed()).hasSize(1 + 10 + 120);
  }

  @Test
  void nothingFound() {
    DayWalk walk = walk(MABEL);
    tree = TreeLister.of(List.of("a.csv"));

    assertThat(walk(MABEL).within(days("2024-01-01"))).isEmpty();
    Iterator<Folder> days = walk(MABEL).newestFirst();
    assertThat(days.hasNext()).isFalse();
    assertThatThrownBy(days::next).isInstanceOf(NoSuchElementException.class);
    assertThat(walk.skipped().isEmpty()).isTrue();
  }

  @Test
  void impossibleDatesAreNoted() {
    DayWalk walk = walk(MABEL);
    walk.newestFirst().next();

    assertThat(walk.skipped().reasons())
        .isEqualTo(
            Map.of(
                SkipReason.IMPOSSIBLE_DATE, new Skipped.Group(1, List.of("year_2099/month_13"))));
  }

  @Test
  void daysInSeveralFoldersComeInSuccession() {
    tree = TreeLister.of(List.of("2024-03-10-05/a.csv", "2024-03-09-23/b.csv", "2024-03-10-00/c"));

    List<String> found = new ArrayList<>();
    walk("{yyyy}-{mm}-{dd}-{HH}").newestFirst().forEachRemaining(f -> found.add(f.path()));

    assertThat(found).containsExactly("2024-03-10-00", "2024-03-10-05", "2024-03-09-23");
  }

  @Test
  void datesInAnyOrderOfElements() {
    tree = TreeLister.of(List.of("01/02/2024/a.csv", "31/01/2024/b.csv", "15/12/2023/c.csv"));

    List<String> found = new ArrayList<>();
    walk("{dd}/{mm}/{yyyy}").newestFirst().forEachRemaining(f -> found.add(f.path()));

    assertThat(found).containsExactly("01/02/2024", "31/01/2024", "15/12/2023");
  }

  private DayWalk walk(String template) {
    return new DayWalk(PartitionScheme.template(template).levels().orElseThrow(), tree);
  }

  private static String mabel(LocalDate day) {
    return "year_%04d/month_%02d/day_%02d"
        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
