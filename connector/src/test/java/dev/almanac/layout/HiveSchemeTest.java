package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static dev.almanac.layout.Layouts.listing;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hive's folders. Schemes are detected from folders of files, as they are in use. */
class HiveSchemeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the dataset's folders | a folder | day | hour | columns
        "dt=2024-05-01 | dt=2024-05-01 | 2024-05-01 | | dt:DATE=2024-05-01",
        "dt=20240501 | dt=20240501 | 2024-05-01 | | dt:DATE=2024-05-01",
        "date=2024-05-01 | date=2024-05-01 | 2024-05-01 | | date:DATE=2024-05-01",
        "day=2024-05-01 | day=2024-05-01 | 2024-05-01 | | day:DATE=2024-05-01",
        "ds=2024-05-01 | ds=2024-05-01 | 2024-05-01 | | ds:DATE=2024-05-01",
        "DT=2024-05-01 | DT=2024-05-01 | 2024-05-01 | | DT:DATE=2024-05-01",
        "dt=2024-05-01/hour=05 | dt=2024-05-01/hour=05 | 2024-05-01 | 5 |"
            + " dt:DATE=2024-05-01 hour:INT=5",
        "dt=2024-05-01 | dt=2024-05-01/country=nl | 2024-05-01 | |"
            + " dt:DATE=2024-05-01 country:STRING=nl",
        "dt=2024-05-01 | dt=2024-05-01/id=007 | 2024-05-01 | | dt:DATE=2024-05-01 id:STRING=007",
        "dt=2024-05-01 | dt=2024-05-01/month=05 | 2024-05-01 | | dt:DATE=2024-05-01 month:INT=5",
        "year=2024/month=05/day=01 | year=2024/month=05/day=01 | 2024-05-01 | |"
            + " year:INT=2024 month:INT=5 day:INT=1",
        "year=2024/month=5/day=1 | year=2024/month=5/day=1 | 2024-05-01 | |"
            + " year:INT=2024 month:INT=5 day:INT=1",
        // one odd folder changes nothing
        "year=2024/month=5/day=1 | year=2024/month=05/day=1 | 2024-05-01 | |"
            + " year:INT=2024 month:INT=5 day:INT=1",
        "dt=2024-05-01 | dt=20240502 | 2024-05-02 | | dt:DATE=2024-05-02",
        "year=2024/month=05/day=01/hour=23 | year=2024/month=05/day=01/hour=23 | 2024-05-01 | 23 |"
            + " year:INT=2024 month:INT=5 day:INT=1 hour:INT=23",
        "year=2024/month=05/dt=2024-05-01 | year=2024/month=05/dt=2024-05-01 | 2024-05-01 | |"
            + " year:INT=2024 month:INT=5 dt:DATE=2024-05-01",
        "country=nl/dt=2024-05-01 | country=nl/dt=2024-05-01 | 2024-05-01 | |"
            + " country:STRING=nl dt:DATE=2024-05-01",
        // null and escapes
        "dt=2024-05-01 | dt=2024-05-01/k=__HIVE_DEFAULT_PARTITION__ | 2024-05-01 | |"
            + " dt:DATE=2024-05-01 k:STRING",
        "dt=2024-05-01 | dt=2024-05-01/hour=__HIVE_DEFAULT_PARTITION__ | 2024-05-01 | |"
            + " dt:DATE=2024-05-01 hour:INT",
        "dt=2024-05-01 | dt=2024-05-01/k=a%2Fb%3Dc | 2024-05-01 | | dt:DATE=2024-05-01"
            + " k:STRING=a/b=c",
        "dt=2024-05-01 | dt=2024-05-01/k=%C3%A9%E2%82%AC | 2024-05-01 | | dt:DATE=2024-05-01"
            + " k:STRING=é€",
        "dt=2024-05-01 | dt=2024-05-01/k=%E9 | 2024-05-01 | | dt:DATE=2024-05-01 k:STRING=é",
        "dt=2024-05-01 | dt=2024-05-01/k=100% | 2024-05-01 | | dt:DATE=2024-05-01 k:STRING=100%",
        "dt=2024-05-01 | dt=2024-05-01/k=%zz%4 | 2024-05-01 | | dt:DATE=2024-05-01"
            + " k:STRING=%zz%4",
        "dt=2024-05-01 | dt=2024-05-01/k= | 2024-05-01 | | dt:DATE=2024-05-01 k:STRING=",
        "dt=2024-05-01 | dt=2024-05-01/k=a=b | 2024-05-01 | | dt:DATE=2024-05-01 k:STRING=a=b",
        "dt=2024-05-01 | dt=2024-05-01/_k=1 | 2024-05-01 | | dt:DATE=2024-05-01 _k:STRING=1",
        // what is not key=value ends the keys
        "dt=2024-05-01 | dt=2024-05-01/p/k=1 | 2024-05-01 | | dt:DATE=2024-05-01",
        // no date
        "k=a/month=05 | k=a/month=05 | | | k:STRING=a month:INT=5",
        "dt=latest | dt=latest | | | dt:STRING=latest",
        "year=2024/month=05 | year=2024/month=05 | | | year:INT=2024 month:INT=5",
      })
  void places(String dataset, String folder, String day, Integer hour, String columns) {
    PartitionScheme scheme = hive(Optional.empty(), dataset);

    assertThat(scheme.place(folder))
        .isInstanceOfSatisfying(
            Placement.Slot.class,
            slot -> {
              assertThat(slot.day().map(LocalDate::toString)).isEqualTo(Optional.ofNullable(day));
              assertThat(slot.hour().isPresent() ? slot.hour().getAsInt() : null).isEqualTo(hour);
              assertThat(
                      slot.values().stream()
                          .map(
                              v ->
                                  v.column().name()
                                      + ":"
                                      + v.column().type()
                                      + v.value().map(text -> "=" + text).orElse(""))
                          .collect(Collectors.joining(" ")))
                  .isEqualTo(columns);
            });
    assertThat(scheme.dated()).isEqualTo(day != null);
  }

  @ParameterizedTest
  @CsvSource({
    "dt=2024-05-01, '', OUTSIDE_SCHEME",
    "dt=2024-05-01, p, OUTSIDE_SCHEME",
    "dt=2024-05-01, country=nl, OUTSIDE_SCHEME",
    "dt=2024-05-01, dt=__HIVE_DEFAULT_PARTITION__, OUTSIDE_SCHEME",
    "dt=2024-05-01, dt=2024-02-30, IMPOSSIBLE_DATE",
    "dt=2024-05-01, dt=latest, INVALID_PARTITION_VALUE",
    "dt=2024-05-01, dt=2024-05-01/hour=24, IMPOSSIBLE_HOUR",
    "dt=2024-05-01, dt=2024-05-01/hour=noon, INVALID_PARTITION_VALUE",
    "dt=2024-05-01, dt=2024-05-01/month=May, INVALID_PARTITION_VALUE",
    "dt=2024-05-01, dt=2024-05-01/year=99999999999, INVALID_PARTITION_VALUE",
    "year=2024/month=05/day=01, year=2024, OUTSIDE_SCHEME",
    "year=2024/month=05/day=01, year=2024/month=13/day=01, IMPOSSIBLE_DATE",
    "year=2024/month=05/day=01, year=2024/month=02/day=30, IMPOSSIBLE_DATE",
    "year=2024/month=05/day=01, year=2024/month=May/day=01, INVALID_PARTITION_VALUE",
    "year=2024/month=05/day=01, year=2024/month=05/day=__HIVE_DEFAULT_PARTITION__, OUTSIDE_SCHEME",
  })
  void misplaced(String dataset, String folder, SkipReason reason) {
    assertThat(hive(Optional.empty(), dataset).place(folder))
        .isEqualTo(new Placement.Skipped(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dt=2024-04-01 | 2024-05-01 | dt=2024-05-01",
        "dt=20240401 | 2024-05-01 | dt=20240501",
        "dt=20240401 dt=2024-04-02 | 2024-05-01 | dt=2024-05-01 dt=20240501",
        "dt=2024-04-01/country=nl | 2024-05-01..2024-05-02 | dt=2024-05-01 dt=2024-05-02",
        "year=2024/month=04/day=03 | 2024-05-01 | year=2024/month=05/day=01",
        "year=2024/month=4/day=3 | 2024-05-01 | year=2024/month=5/day=1",
        "year=2024/month=4/day=3 | 2024-05-01..2024-05-31 | year=2024/month=5",
        "year=2024/month=11/day=03 | 2024-05-01 | year=2024/month=05/day=01",
        "year=2024/month=11/day=3 | 2024-05-01 | year=2024/month=5/day=1",
        // an old writer and a new one
        "year=2023/month=04/day=03 year=2024/month=4/day=3 | 2024-05-31 |"
            + " year=2024/month=05/day=31 year=2024/month=5/day=31",
        // nothing tells how small numbers are written
        "year=2024/month=11/day=11 | 2024-12-05 | year=2024/month=12/day=05 year=2024/month=12/day=5",
        "year=2024/month=11/day=11 | 2024-12-15 | year=2024/month=12/day=15",
        "year=2024/month=05/dt=2024-05-01 | 2024-06-01 | year=2024/month=06/dt=2024-06-01",
        // the date does not lead
        "country=nl/dt=2024-05-01 | 2024-05-01 | ''",
        "year=2024/country=nl/month=05/day=01 | 2024-05-01 | ''",
      })
  void folders(String dataset, String range, String expected) {
    assertThat(
            hive(Optional.empty(), dataset).foldersFor(days(range)).stream()
                .map(Folder::path)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void theDateColumnCanBeConfigured() {
    PartitionScheme scheme = hive(Optional.of("event_day"), "event_day=2024-05-01/dt=2020-01-01");

    assertThat(scheme.columns())
        .containsExactly(new PartitionColumn("event_day", PartitionType.DATE));
    assertThat(scheme.foldersFor(days("2024-05-02")))
        .extracting(Folder::path)
        .containsExactly("event_day=2024-05-02");
    Placement.Slot slot = (Placement.Slot) scheme.place("event_day=2024-05-01/dt=2020-01-01");
    assertThat(slot.day()).contains(LocalDate.of(2024, 5, 1));
    assertThat(slot.values().get(1))
        .isEqualTo(
            new PartitionValue(
                new PartitionColumn("dt", PartitionType.STRING), Optional.of("2020-01-01")));
  }

  @Test
  void aConfiguredDateColumnThatIsNotThereMakesItUndated() {
    assertThat(hive(Optional.of("event_day"), "dt=2024-05-01").dated()).isFalse();
  }

  @Test
  void framesSegmentsAndHoursWorkInPartitions() {
    Contents contents =
        Contents.of(
            hive(Optional.empty(), "dt=2024-05-01/country=nl"),
            listing(
                "dt=2024-05-01/country=nl/as_at_1/a.csv",
                "dt=2024-05-01/country=nl/as_at_1/frame.complete",
                "dt=2024-05-01/country=nl/as_at_2/b.csv",
                "dt=2024-05-01/country=de/as_at_9/c.csv",
                "dt=2024-05-01/country=fr/d.csv",
                "dt=2024-05-01/country=fr/BACKOUT/e.csv",
                "dt=2024-05-01/country=be/by_hour/hour=05/f.csv",
                "dt=2024-05-01/country=be/by_hour/hour=06/g.csv",
                "dt=2024-05-01/_SUCCESS",
                "dt=2024-05-02/country=nl/h.csv"));

    Selection day = contents.select(ReadRequest.of(days("2024-05-01")));
    assertThat(paths(day))
        .containsExactly(
            "dt=2024-05-01/country=be/by_hour/hour=05/f.csv",
            "dt=2024-05-01/country=be/by_hour/hour=06/g.csv",
            "dt=2024-05-01/country=fr/d.csv",
            "dt=2024-05-01/country=nl/as_at_1/a.csv");
    assertThat(day.days())
        .containsExactly(
            new DayReport(
                Optional.of(LocalDate.of(2024, 5, 1)),
                DayReport.State.READ,
                Optional.empty(),
                4,
                40,
                1,
                3,
                Optional.empty()));
    assertThat(paths(contents.select(ReadRequest.of(hours("2024-05-01T06")))))
        .containsExactly(
            "dt=2024-05-01/country=be/by_hour/hour=06/g.csv",
            "dt=2024-05-01/country=fr/d.csv",
            "dt=2024-05-01/country=nl/as_at_1/a.csv");
  }

  @Test
  void hourPartitionsAreHours() {
    Contents contents =
        Contents.of(
            hive(Optional.empty(), "dt=2024-05-01/hour=05"),
            listing("dt=2024-05-01/hour=05/a.csv", "dt=2024-05-01/hour=6/k=1/b.csv"));

    Selection hour = contents.select(ReadRequest.of(hours("2024-05-01T06")));
    assertThat(paths(hour)).containsExactly("dt=2024-05-01/hour=6/k=1/b.csv");
    assertThat(hour.files().get(0).hour()).hasValue(6);
    assertThat(hour.files().get(0).values())
        .isEqualTo(Map.of("dt", "2024-05-01", "hour", "6", "k", "1"));
    assertThat(contents.select(ReadRequest.of(hours("2024-05-01T07"))).days())
        .extracting(DayReport::state)
        .containsExactly(DayReport.State.NO_HOUR_IN_RANGE);
  }

  @Test
  void columnsComeInTheOrderOfPathsWhateverTheListing() {
    Contents contents =
        Contents.of(
            hive(Optional.empty(), "dt=2024-05-01/a=1/b=2"),
            listing(
                "dt=2024-05-02/c=__HIVE_DEFAULT_PARTITION__/x.csv", "dt=2024-05-01/b=1/a=2/x.csv"));

    assertThat(contents.partitionColumns())
        .extracting(PartitionColumn::name)
        .containsExactly("dt", "b", "a", "c");
    assertThat(contents.select(ReadRequest.ALL).files().get(1).values())
        .isEqualTo(Map.of("dt", "2024-05-02"));
  }

  @Test
  void anUndatedDatasetHasColumnsToo() {
    Contents contents =
        Contents.of(
            hive(Optional.empty(), "country=nl/month=05"),
            listing("country=nl/month=05/a.csv", "country=de/month=June/b.csv", "c.csv"));

    Selection selection = contents.select(ReadRequest.ALL);
    assertThat(paths(selection)).containsExactly("c.csv", "country=nl/month=05/a.csv");
    assertThat(contents.partitionColumns())
        .containsExactly(
            new PartitionColumn("country", PartitionType.STRING),
            new PartitionColumn("month", PartitionType.INT));
    assertThat(selection.skipped().reasons().get(SkipReason.INVALID_PARTITION_VALUE))
        .isEqualTo(new Skipped.Group(1, List.of("country=de/month=June/b.csv")));
  }

  @Test
  void daysAreFoundLevelByLevelInAnyForm() {
    PartitionScheme scheme = hive(Optional.empty(), "year=2024/month=05/day=01");
    Map<String, List<String>> folders =
        new TreeMap<>(
            Map.of(
                "", List.of("year=2024", "year=x", "tmp"),
                "year=2024", List.of("month=05", "month=6", "month=13"),
                "year=2024/month=05", List.of("day=01"),
                "year=2024/month=6", List.of("day=2", "day=03")));
    DayWalk walk =
        new DayWalk(
            scheme.levels().orElseThrow(),
            paths -> paths.stream().map(path -> folders.getOrDefault(path, List.of())).toList());

    List<String> found = new ArrayList<>();
    walk.newestFirst().forEachRemaining(folder -> found.add(folder.path()));

    assertThat(found)
        .containsExactly(
            "year=2024/month=6/day=03", "year=2024/month=6/day=2", "year=2024/month=05/day=01");
    assertThat(walk.skipped().reasons()).containsOnlyKeys(SkipReason.IMPOSSIBLE_DATE);
    assertThat(hive(Optional.empty(), "country=nl/dt=2024-05-01").levels()).isEmpty();
  }

  private static PartitionScheme hive(Optional<String> dateColumn, String folders) {
    Detection detection =
        SchemeDetector.start(Optional.of("hive"), dateColumn)
            .resolve(
                TreeLister.of(Stream.of(folders.split(" ", -1)).map(f -> f + "/x.csv").toList()));
    return ((Detection.Found) detection).scheme();
  }
}
