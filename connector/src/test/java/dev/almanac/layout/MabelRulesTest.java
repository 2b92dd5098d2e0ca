package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static dev.almanac.layout.Layouts.listing;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.DayReport.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mabel.md}, rule by rule, on the files of one day. */
class MabelRulesTest {

  private static final String DAY = "year_2024/month_03/day_17/";
  private static final ReadRequest THE_DAY = ReadRequest.of(days("2024-03-17"));

  /**
   * One case.
   *
   * @param rule what it shows
   * @param files of the day, separated by spaces
   * @param request what is read
   * @param read the files that are, separated by spaces
   * @param state what is said of the day
   */
  record Case(String rule, String files, ReadRequest request, String read, State state) {

    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Case> frames() {
    return Stream.of(
        day("a plain day is read as it is", "a.jsonl b.parquet", "a.jsonl b.parquet"),
        day(
            "a framed day",
            "as_at_20240317-235146/a.jsonl as_at_20240317-235146/frame.complete",
            "as_at_20240317-235146/a.jsonl"),
        day(
            "rule 1: digit runs are numbers",
            "as_at_9/a.csv as_at_9/frame.complete as_at_10/b.csv" + " as_at_10/frame.complete",
            "as_at_10/b.csv"),
        day(
            "rule 1: as_at_1 is not as_at_10",
            "as_at_1/a.csv as_at_1/frame.complete as_at_10/b.csv",
            "as_at_1/a.csv"),
        day(
            "rule 1: any text after as_at_",
            "as_at_/a.csv as_at_x/b.csv as_at_x/frame.complete",
            "as_at_x/b.csv"),
        day(
            "rule 1: frames are path elements, not names that hold as_at_",
            "not_as_at_1/a.csv xas_at_1/b.csv AS_AT_1/c.csv as_at/d.csv",
            "AS_AT_1/c.csv as_at/d.csv not_as_at_1/a.csv xas_at_1/b.csv"),
        day("rule 1: a file called so is no frame", "as_at_1.csv b.csv", "as_at_1.csv b.csv"),
        day(
            "rule 1: frames are children of the day; deeper they are sub-folders",
            "part/as_at_1/a.csv b.csv",
            "b.csv part/as_at_1/a.csv"),
        day(
            "rule 2: all files, sub-folders too",
            "as_at_1/a.csv as_at_1/p/b.csv as_at_1/p/q/c.csv as_at_1/frame.complete",
            "as_at_1/a.csv as_at_1/p/b.csv as_at_1/p/q/c.csv"),
        day(
            "rule 2: what looks like a frame or segment in a frame is a sub-folder",
            "as_at_1/as_at_2/a.csv as_at_1/by_x/x=1/b.csv as_at_1/by_hour/hour=05/c.csv"
                + " as_at_1/frame.complete",
            "as_at_1/as_at_2/a.csv as_at_1/by_hour/hour=05/c.csv as_at_1/by_x/x=1/b.csv"),
        day(
            "rule 2: alone, without loose files and older frames",
            "a.csv as_at_1/b.csv as_at_1/frame.complete as_at_2/c.csv as_at_2/frame.complete",
            "as_at_2/c.csv"),
        day(
            "rule 2: complete and ignored is ignored",
            "as_at_1/a.csv as_at_1/frame.complete as_at_2/b.csv as_at_2/frame.complete"
                + " as_at_2/frame.ignore",
            "as_at_1/a.csv"),
        day(
            "rule 2: markers count directly inside only",
            "as_at_1/a.csv as_at_1/frame.complete as_at_2/b.csv as_at_2/p/frame.complete",
            "as_at_1/a.csv"),
        day(
            "rule 2: frame.ignore deeper down does not count either",
            "as_at_1/a.csv as_at_1/frame.complete as_at_1/p/frame.ignore",
            "as_at_1/a.csv"),
        day(
            "rule 2: the markers' names are exact",
            "as_at_1/a.csv as_at_1/frame.complete as_at_2/b.csv as_at_2/Frame.Complete"
                + " as_at_3/c.csv as_at_3/frame.completed as_at_4/d.csv as_at_4/x.complete",
            "as_at_1/a.csv"),
        nothing("rule 3: no complete frame", "as_at_1/a.csv", State.NO_COMPLETE_FRAME),
        nothing(
            "rule 3: all ignored",
            "as_at_1/a.csv as_at_1/frame.complete as_at_1/frame.ignore as_at_2/b.csv"
                + " as_at_2/frame.ignore",
            State.NO_COMPLETE_FRAME),
        nothing("rule 3: loose files neither", "a.csv as_at_1/b.csv", State.NO_COMPLETE_FRAME),
        nothing(
            "rule 3: a loose marker completes nothing",
            "frame.complete as_at_1/b.csv",
            State.NO_COMPLETE_FRAME),
        nothing(
            "rule 3: a frame that is only begun",
            "a.csv as_at_1/_temporary/b.csv",
            State.NO_COMPLETE_FRAME),
        day(
            "rule 4: no frames, sub-folders too",
            "a.csv p/b.csv p/q/c.csv",
            "a.csv p/b.csv p/q/c.csv"),
        day(
            "rule 4: except BACKOUT",
            "a.csv BACKOUT/b.csv BACKOUT/p/c.csv p/BACKOUT/d.csv",
            "a.csv"),
        day(
            "rule 4: BACKOUT is an element, not a part of a name",
            "BACKOUTS/a.csv backout/b.csv MY_BACKOUT/c.csv BACKOUT.csv",
            "BACKOUT.csv BACKOUTS/a.csv MY_BACKOUT/c.csv backout/b.csv"),
        day(
            "rule 4: except names that start with _ or .",
            "a.csv _b.csv .c.csv _p/d.csv .q/e.csv p/_q/f.csv",
            "a.csv"),
        day(
            "rule 4: frames in BACKOUT or hidden folders are none",
            "a.csv BACKOUT/as_at_1/b.csv _old/as_at_1/c.csv _old/as_at_1/frame.complete",
            "a.csv"),
        day("rule 4: a loose marker is a control file", "a.csv frame.complete", "a.csv"),
        day(
            "BACKOUT beside frames and in them is never data",
            "BACKOUT/a.csv as_at_1/b.csv as_at_1/BACKOUT/c.csv as_at_1/frame.complete",
            "as_at_1/b.csv"),
        new Case(
            "rule 5: a complete frame without files hides older ones",
            "a.csv as_at_1/b.csv as_at_1/frame.complete as_at_2/frame.complete",
            THE_DAY,
            "",
            State.READ),
        nothing("only control files", "frame.complete x.manifest", State.NO_DATA),
        nothing("only unknown types", "a.txt b.md", State.NO_DATA),
        nothing("only BACKOUT", "BACKOUT/a.csv", State.NO_DATA),
        day(
            "mixed formats",
            "a.jsonl b.jsonl.zstd c.jsonl.parquet d.orc e.csv.gz",
            "a.jsonl b.jsonl.zstd c.jsonl.parquet d.orc e.csv.gz"));
  }

  static Stream<Case> hoursOfTheDay() {
    String hourly = "by_hour/hour=00/a.csv by_hour/hour=01/b.csv by_hour/hour=23/c.csv";
    return Stream.of(
        day(
            "all hours of the day",
            hourly,
            "by_hour/hour=00/a.csv by_hour/hour=01/b.csv by_hour/hour=23/c.csv"),
        new Case(
            "hours outside the range are not read",
            hourly,
            ReadRequest.of(hours("2024-03-17T01")),
            "by_hour/hour=01/b.csv",
            State.READ),
        new Case(
            "a range over midnight",
            hourly,
            ReadRequest.of(hours("2024-03-16T12..2024-03-17T01")),
            "by_hour/hour=00/a.csv by_hour/hour=01/b.csv",
            State.READ),
        new Case(
            "no hour in the range",
            hourly,
            ReadRequest.of(hours("2024-03-17T02")),
            "",
            State.NO_HOUR_IN_RANGE),
        day(
            "loose files beside hours are not read",
            hourly + " loose.csv p/loose.csv",
            "by_hour/hour=00/a.csv by_hour/hour=01/b.csv by_hour/hour=23/c.csv"),
        new Case(
            "not even when the range has none of the hours",
            hourly + " loose.csv",
            ReadRequest.of(hours("2024-03-17T02")),
            "",
            State.NO_HOUR_IN_RANGE),
        day(
            "frames of the day beside hours are not read",
            "by_hour/hour=00/a.csv as_at_1/b.csv as_at_1/frame.complete",
            "by_hour/hour=00/a.csv"),
        day(
            "each hour has frames of its own",
            "by_hour/hour=00/as_at_1/a.csv by_hour/hour=00/as_at_1/frame.complete"
                + " by_hour/hour=00/as_at_2/b.csv"
                + " by_hour/hour=01/as_at_1/c.csv by_hour/hour=01/as_at_1/frame.complete"
                + " by_hour/hour=01/as_at_2/d.csv by_hour/hour=01/as_at_2/frame.complete"
                + " by_hour/hour=02/e.csv",
            "by_hour/hour=00/as_at_1/a.csv by_hour/hour=01/as_at_2/d.csv by_hour/hour=02/e.csv"),
        day(
            "an hour without a complete frame gives nothing, others do",
            "by_hour/hour=00/as_at_1/a.csv by_hour/hour=00/loose.csv by_hour/hour=01/b.csv",
            "by_hour/hour=01/b.csv"),
        nothing(
            "no hour has a complete frame",
            "by_hour/hour=00/as_at_1/a.csv by_hour/hour=01/as_at_1/b.csv loose.csv",
            State.NO_COMPLETE_FRAME),
        new Case(
            "the hour asked for has no complete frame",
            "by_hour/hour=00/as_at_1/a.csv by_hour/hour=01/b.csv",
            ReadRequest.of(hours("2024-03-17T00")),
            "",
            State.NO_COMPLETE_FRAME),
        new Case(
            "an hour folder may have one digit",
            "by_hour/hour=5/a.csv",
            ReadRequest.of(hours("2024-03-17T05")),
            "by_hour/hour=5/a.csv",
            State.READ),
        new Case(
            "hour=1 is not hour=10 or hour=11",
            "by_hour/hour=1/a.csv by_hour/hour=10/b.csv by_hour/hour=11/c.csv",
            ReadRequest.of(hours("2024-03-17T01")),
            "by_hour/hour=1/a.csv",
            State.READ),
        day(
            "impossible hours are not read, nor the files beside real ones",
            "by_hour/hour=24/a.csv by_hour/hour=x/b.csv by_hour/hour=/c.csv by_hour/hour=-1/d.csv"
                + " by_hour/hour=005/e.csv by_hour/f.csv by_hour/hour=05/g.csv",
            "by_hour/hour=05/g.csv"),
        new Case(
            "hours of data that has none: the day is read",
            "a.csv",
            ReadRequest.of(hours("2024-03-17T12")),
            "a.csv",
            State.READ),
        day(
            "names that only begin with by_hour are no hours",
            "by_hourly/hourly=1/a.csv by_hour/hour=00/b.csv",
            "by_hour/hour=00/b.csv"),
        day(
            "sub-folders of an hour belong to it",
            "by_hour/hour=00/p/a.csv by_hour/hour=00/by_x/x=1/b.csv by_hour/hour=00/BACKOUT/c.csv",
            "by_hour/hour=00/by_x/x=1/b.csv by_hour/hour=00/p/a.csv"));
  }

  static Stream<Case> segments() {
    String users = "by_userid/userid=1/a.csv by_userid/userid=10/b.csv by_userid/userid=042/c.csv";
    String names = "by_name/name=x/d.csv by_name/name=y%20z/e.csv";
    String all = "by_userid/userid=042/c.csv by_userid/userid=1/a.csv by_userid/userid=10/b.csv";
    String hourly = "by_hour/hour=05/h.csv by_hour/hour=06/i.csv";
    return Stream.of(
        day("one whole segmentation", users, all),
        day(
            "the first by name of two, never both",
            users + " " + names,
            "by_name/name=x/d.csv by_name/name=y%20z/e.csv"),
        day(
            "hours before others",
            users + " " + names + " " + hourly,
            "by_hour/hour=05/h.csv by_hour/hour=06/i.csv"),
        day("loose files beside segments are not read", users + " loose.csv", all),
        filtered(
            "the values that are filtered by",
            users,
            "userid",
            List.of("1"),
            "by_userid/userid=1/a.csv"),
        filtered("k=1 is not k=10", users, "userid", List.of("10"), "by_userid/userid=10/b.csv"),
        filtered(
            "IN",
            users,
            "userid",
            List.of("10", "1", "3"),
            "by_userid/userid=1/a.csv by_userid/userid=10/b.csv"),
        filtered(
            "numbers are compared as numbers",
            users,
            "userid",
            List.of("42"),
            "by_userid/userid=042/c.csv"),
        filtered(
            "numbers of other types too",
            users,
            "userid",
            List.of("1.0", "42.00"),
            "by_userid/userid=042/c.csv by_userid/userid=1/a.csv"),
        filtered("text", users + " " + names, "name", List.of("x"), "by_name/name=x/d.csv"),
        filtered("text in another case is other text", names, "name", List.of("X"), ""),
        filtered("escaped text", names, "name", List.of("y z"), "by_name/name=y%20z/e.csv"),
        filtered(
            "text that has a percent sign of its own",
            names,
            "name",
            List.of("y%20z"),
            "by_name/name=y%20z/e.csv"),
        filtered(
            "true and false in any case",
            "by_ok/ok=True/a.csv by_ok/ok=False/b.csv",
            "ok",
            List.of("true"),
            "by_ok/ok=True/a.csv"),
        filtered(
            "dates with and without dashes",
            "by_d/d=2024-05-01/a.csv by_d/d=20240501/b.csv by_d/d=20240502/c.csv",
            "d",
            List.of("2024-05-01"),
            "by_d/d=2024-05-01/a.csv by_d/d=20240501/b.csv"),
        filtered(
            "no segment of the value: no rows, not an error", users, "userid", List.of("7"), ""),
        filtered("no value at all", users, "userid", List.of(), ""),
        filtered(
            "a filter on another segmentation than hours",
            users + " " + hourly,
            "userid",
            List.of("1"),
            "by_userid/userid=1/a.csv"),
        filtered(
            "a filter on a field that is no segmentation",
            users + " " + hourly,
            "name",
            List.of("x"),
            "by_hour/hour=05/h.csv by_hour/hour=06/i.csv"),
        filtered(
            "a filter on a column called hour does not choose hours",
            hourly,
            "hour",
            List.of("5"),
            "by_hour/hour=05/h.csv by_hour/hour=06/i.csv"),
        filtered("the name of the field is exact", users, "user", List.of("1"), all),
        new Case(
            "a range of hours needs the hours, whatever the filter",
            users + " " + hourly,
            ReadRequest.of(hours("2024-03-17T05"))
                .withFilter(SegmentFilter.of(Map.of("userid", List.of("1")))),
            "by_hour/hour=05/h.csv",
            State.READ),
        new Case(
            "a range of hours where there are none: the filter chooses",
            users,
            ReadRequest.of(hours("2024-03-17T05"))
                .withFilter(SegmentFilter.of(Map.of("userid", List.of("1")))),
            "by_userid/userid=1/a.csv",
            State.READ),
        new Case(
            "two filters: the first segmentation by name",
            users + " " + names,
            THE_DAY.withFilter(
                SegmentFilter.of(Map.of("userid", List.of("1"), "name", List.of("x")))),
            "by_name/name=x/d.csv",
            State.READ),
        day(
            "k=1 and k=10 both with complete frames",
            "by_k/k=1/as_at_1/a.csv by_k/k=1/as_at_1/frame.complete"
                + " by_k/k=10/as_at_2/b.csv by_k/k=10/as_at_2/frame.complete",
            "by_k/k=1/as_at_1/a.csv by_k/k=10/as_at_2/b.csv"),
        day(
            "each value has frames of its own",
            "by_k/k=1/as_at_1/a.csv by_k/k=1/as_at_1/frame.complete by_k/k=1/as_at_2/b.csv"
                + " by_k/k=2/as_at_9/c.csv by_k/k=3/d.csv",
            "by_k/k=1/as_at_1/a.csv by_k/k=3/d.csv"),
        nothing(
            "the value asked for has no complete frame",
            "by_k/k=1/as_at_1/a.csv loose.csv",
            State.NO_COMPLETE_FRAME),
        day(
            "a by_ folder without segments is none, and no data either",
            "by_k/a.csv by_k/other=1/b.csv by_k/k/c.csv loose.csv",
            "loose.csv"),
        day("by_ alone is an ordinary folder", "by_/a.csv", "by_/a.csv"),
        day("a file called by_ something is data", "by_k.csv", "by_k.csv"));
  }

  static Stream<Case> knownAt() {
    String frames =
        "as_at_20240318-100000/a.csv as_at_20240318-100000/frame.complete"
            + " as_at_20240320-100000/b.csv as_at_20240320-100000/frame.complete";
    return Stream.of(
        asOf(
            "now is after all",
            frames,
            "2024-04-01T00:00:00Z",
            "as_at_20240320-100000/b.csv",
            State.READ),
        asOf(
            "between the two",
            frames,
            "2024-03-19T00:00:00Z",
            "as_at_20240318-100000/a.csv",
            State.READ),
        asOf(
            "at the instant",
            frames,
            "2024-03-20T10:00:00Z",
            "as_at_20240320-100000/b.csv",
            State.READ),
        asOf("before both", frames, "2024-03-17T00:00:00Z", "", State.NO_COMPLETE_FRAME),
        asOf(
            "each hour by itself",
            "by_hour/hour=00/as_at_20240318/a.csv by_hour/hour=00/as_at_20240318/frame.complete"
                + " by_hour/hour=01/as_at_20240320/b.csv"
                + " by_hour/hour=01/as_at_20240320/frame.complete",
            "2024-03-19T00:00:00Z",
            "by_hour/hour=00/as_at_20240318/a.csv",
            State.READ),
        asOf(
            "data without frames has no history",
            "a.csv",
            "2000-01-01T00:00:00Z",
            "a.csv",
            State.READ));
  }

  @ParameterizedTest
  @MethodSource({"frames", "hoursOfTheDay", "segments", "knownAt"})
  void rule(Case rule) {
    Selection selection =
        Contents.of(PartitionScheme.mabel(), listing(inDay(rule.files()))).select(rule.request());

    assertThat(paths(selection)).containsExactly(inDay(rule.read()));
    assertThat(selection.days()).extracting(DayReport::state).containsExactly(rule.state());
    assertThat(selection.days().get(0).files()).isEqualTo(selection.files().size());
    assertThat(selection.days().get(0).bytes()).isEqualTo(10L * selection.files().size());
  }

  /** Every layout of a day works the same wherever days are. */
  @ParameterizedTest
  @MethodSource({"frames", "hoursOfTheDay", "segments", "knownAt"})
  void theSameInAllDatedSchemes(Case rule) {
    Map<PartitionScheme, String> schemes =
        Map.of(
            PartitionScheme.template("{yyyy}/{mm}/{dd}"), "2024/03/17/",
            PartitionScheme.template("{yyyy}-{mm}-{dd}"), "2024-03-17/",
            PartitionScheme.template("by_product/{yyyy}{mm}{dd}/as_at_home"),
                "by_product/20240317/as_at_home/",
            PartitionScheme.template("year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}"), DAY);
    schemes.forEach(
        (scheme, prefix) -> {
          Selection selection =
              Contents.of(scheme, listing(prefixed(prefix, rule.files()))).select(rule.request());
          assertThat(paths(selection))
              .as("%s", scheme)
              .containsExactlyInAnyOrder(prefixed(prefix, rule.read()));
          assertThat(selection.files())
              .as("%s", scheme)
              .allSatisfy(file -> assertThat(file.frame()).isEqualTo(frameOf(file, selection)));
        });
  }

  private static Optional<String> frameOf(DataFile file, Selection selection) {
    return selection.frames().stream()
        .filter(frame -> frame.read() && file.file().path().startsWith(frame.path() + "/"))
        .map(FrameReport::name)
        .findFirst();
  }

  @Test
  void filesKnowWhereTheyAre() {
    Selection selection =
        Contents.of(
                PartitionScheme.mabel(),
                listing(
                    DAY + "by_hour/hour=05/as_at_7/a.csv.gz",
                    DAY + "by_hour/hour=05/as_at_7/frame.complete",
                    DAY + "by_hour/hour=06/b.parquet",
                    "year_2024/month_03/day_18/c.jsonl"))
            .select(ReadRequest.ALL);

    Optional<LocalDate> day17 = Optional.of(LocalDate.of(2024, 3, 17));
    Optional<LocalDate> day18 = Optional.of(LocalDate.of(2024, 3, 18));
    assertThat(selection.files())
        .containsExactly(
            new DataFile(
                new ListedFile(DAY + "by_hour/hour=05/as_at_7/a.csv.gz", 10, 0),
                new FileKind.Data("csv", Compression.GZIP),
                day17,
                OptionalInt.of(5),
                (DAY + "by_hour/hour=05/").length(),
                Map.of()),
            new DataFile(
                new ListedFile(DAY + "by_hour/hour=06/b.parquet", 10, 0),
                new FileKind.Data("parquet", Compression.NONE),
                day17,
                OptionalInt.of(6),
                DataFile.NO_FRAME,
                Map.of()),
            new DataFile(
                new ListedFile("year_2024/month_03/day_18/c.jsonl", 10, 0),
                new FileKind.Data("json", Compression.NONE),
                day18,
                OptionalInt.empty(),
                DataFile.NO_FRAME,
                Map.of()));
    Optional<Hours> hours = Optional.of(Hours.NONE.with(5).with(6));
    Optional<Hours> none = Optional.empty();
    assertThat(selection.days())
        .containsExactly(
            new DayReport(day17, State.READ, Optional.of("by_hour"), 2, 20, 0, 1, hours),
            new DayReport(day18, State.READ, Optional.empty(), 1, 10, 0, 1, none));
  }

  @Test
  void framesAreReportedWithStateAndReason() {
    Selection selection =
        Contents.of(
                PartitionScheme.mabel(),
                listing(
                    DAY + "as_at_1/a.csv",
                    DAY + "as_at_1/frame.complete",
                    DAY + "by_hour/hour=05/as_at_2/b.csv",
                    DAY + "by_hour/hour=05/as_at_2/c.txt",
                    DAY + "by_hour/hour=05/as_at_2/frame.complete",
                    DAY + "by_hour/hour=05/as_at_3/d.csv"))
            .select(THE_DAY);

    Optional<LocalDate> day = Optional.of(LocalDate.of(2024, 3, 17));
    assertThat(selection.frames())
        .containsExactly(
            new FrameReport(
                day,
                OptionalInt.empty(),
                Optional.empty(),
                "as_at_1",
                DAY + "as_at_1",
                FrameState.CHOSEN,
                "complete and the newest such",
                false,
                1,
                10),
            new FrameReport(
                day,
                OptionalInt.of(5),
                Optional.of("by_hour/hour=05"),
                "as_at_3",
                DAY + "by_hour/hour=05/as_at_3",
                FrameState.INCOMPLETE,
                "no frame.complete",
                false,
                1,
                10),
            new FrameReport(
                day,
                OptionalInt.of(5),
                Optional.of("by_hour/hour=05"),
                "as_at_2",
                DAY + "by_hour/hour=05/as_at_2",
                FrameState.CHOSEN,
                "complete and the newest such",
                true,
                1,
                10));
  }

  @Test
  void unitsWithoutFramesOrWithoutACompleteOneAreCounted() {
    Selection selection =
        Contents.of(
                PartitionScheme.mabel(),
                listing(
                    DAY + "by_hour/hour=00/as_at_1/a.csv",
                    DAY + "by_hour/hour=01/as_at_1/b.csv",
                    DAY + "by_hour/hour=02/c.csv",
                    DAY + "by_hour/hour=03/as_at_1/frame.complete"))
            .select(THE_DAY);

    DayReport day = selection.days().get(0);
    assertThat(day.withoutFrame()).isEqualTo(2);
    assertThat(day.unframed()).isEqualTo(1);
    assertThat(day.state()).isEqualTo(State.READ);
  }

  @Test
  void whatIsSkippedIsCountedWithItsReason() {
    Selection selection =
        Contents.of(
                PartitionScheme.mabel(),
                listing(
                    DAY + "a.csv",
                    DAY + "notes.txt",
                    DAY + "frame.complete",
                    DAY + "_SUCCESS",
                    DAY + "BACKOUT/b.csv",
                    DAY + "by_hour/hour=24/c.csv",
                    DAY + "by_k/d.csv",
                    "README.md",
                    "year_2024/e.csv",
                    "year_2024/month_03/f.csv",
                    "year_2024/month_03/day_1/g.csv",
                    "year_2024/month_13/day_01/h.csv",
                    "year_2024/month_02/day_30/i.csv",
                    "year_2024/month_02/day_30/_SUCCESS",
                    "_spark_metadata/0",
                    ".git/config.json"))
            .select(ReadRequest.ALL);

    assertThat(paths(selection)).containsExactly(DAY + "a.csv");
    assertThat(selection.skipped())
        .isEqualTo(
            new Skipped(
                Map.of(
                    SkipReason.UNKNOWN_TYPE, group(DAY + "notes.txt"),
                    SkipReason.BACKOUT, group(DAY + "BACKOUT/b.csv"),
                    SkipReason.IMPOSSIBLE_HOUR, group(DAY + "by_hour/hour=24/c.csv"),
                    SkipReason.OUTSIDE_SEGMENTS, group(DAY + "by_k/d.csv"),
                    SkipReason.OUTSIDE_SCHEME,
                        group(
                            "README.md",
                            "year_2024/e.csv",
                            "year_2024/month_03/day_1/g.csv",
                            "year_2024/month_03/f.csv"),
                    SkipReason.IMPOSSIBLE_DATE,
                        group(
                            "year_2024/month_02/day_30/i.csv",
                            "year_2024/month_13/day_01/h.csv"))));
  }

  @Test
  void manySkippedFilesAreCountedAndAFewNamed() {
    String[] files = new String[1000];
    for (int i = 0; i < files.length; i++) {
      files[i] = DAY + "%03d.txt".formatted(i);
    }

    Skipped skipped =
        Contents.of(PartitionScheme.mabel(), listing(files)).select(THE_DAY).skipped();

    assertThat(skipped.count(SkipReason.UNKNOWN_TYPE)).isEqualTo(1000);
    assertThat(skipped.toString())
        .isEqualTo(
            "1000 files are of an unknown file type (%1$s000.txt, %1$s001.txt, %1$s002.txt, %1$s003.txt, %1$s004.txt, ...)"
                .formatted(DAY));
  }

  @Test
  void unknownTypesCountOnlyWhereTheyWouldBeRead() {
    Skipped skipped =
        Contents.of(
                PartitionScheme.mabel(),
                listing(
                    DAY + "as_at_1/a.txt", DAY + "as_at_2/b.csv", DAY + "as_at_2/frame.complete"))
            .select(THE_DAY)
            .skipped();

    assertThat(skipped.isEmpty()).isTrue();
  }

  @Test
  void onlyDaysOfTheRangeAreRead() {
    Contents contents =
        Contents.of(
            PartitionScheme.mabel(),
            listing(
                "year_2024/month_03/day_01/a.csv",
                "year_2024/month_03/day_15/b.csv",
                "year_2024/month_03/day_16/c.csv",
                "year_2024/month_04/day_01/d.csv"));

    assertThat(paths(contents.select(ReadRequest.of(days("2024-03-15..2024-03-31")))))
        .containsExactly("year_2024/month_03/day_15/b.csv", "year_2024/month_03/day_16/c.csv");
    assertThat(contents.days())
        .extracting(LocalDate::toString)
        .containsExactly("2024-03-01", "2024-03-15", "2024-03-16", "2024-04-01");
  }

  private static Skipped.Group group(String... paths) {
    return new Skipped.Group(paths.length, List.of(paths));
  }

  private static Case day(String rule, String files, String read) {
    return new Case(rule, files, THE_DAY, read, State.READ);
  }

  private static Case nothing(String rule, String files, State state) {
    return new Case(rule, files, THE_DAY, "", state);
  }

  private static Case filtered(
      String rule, String files, String field, List<String> values, String read) {
    ReadRequest request = THE_DAY.withFilter(SegmentFilter.of(Map.of(field, values)));
    return new Case(rule, files, request, read, State.READ);
  }

  private static Case asOf(String rule, String files, String instant, String read, State state) {
    return new Case(rule, files, THE_DAY.asOf(Instant.parse(instant)), read, state);
  }

  private static String[] inDay(String files) {
    return prefixed(DAY, files);
  }

  private static String[] prefixed(String prefix, String files) {
    return files.isEmpty()
        ? new String[0]
        : Stream.of(files.split(" ", -1)).map(file -> prefix + file).toArray(String[]::new);
  }
}
