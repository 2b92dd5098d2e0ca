package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.SharedData;
import dev.almanac.layout.DayReport.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of {@code mabel.md} on the datasets they were made for. */
class SharedDatasetsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "framed | 2021-03-28 | READ |"
            + " year_2021/month_03/day_28/as_at_20210329-154921/1670d7a31abbd804-c8348e0927f1-40b8.jsonl.zstd",
        "framed | 2021-03-29 | READ |"
            + " year_2021/month_03/day_29/as_at_20210329-154921/1670d7a31abbd804-c8348e0927f1-40b8.jsonl.zstd",
        "framed | 2021-03-30 | NO_COMPLETE_FRAME | ''",
        "framed | 2021-03-28..2021-03-30 | READ READ NO_COMPLETE_FRAME |"
            + " year_2021/month_03/day_28/as_at_20210329-154921/1670d7a31abbd804-c8348e0927f1-40b8.jsonl.zstd"
            + " year_2021/month_03/day_29/as_at_20210329-154921/1670d7a31abbd804-c8348e0927f1-40b8.jsonl.zstd",
        "framed | 2021-03-31 | '' | ''",
        "hourly | 2024-01-01 | READ |"
            + " year_2024/month_01/day_01/by_hour/hour=00/as_at_000/data.jsonl"
            + " year_2024/month_01/day_01/by_hour/hour=01/as_at_002/data.jsonl",
        "dated | 2024-02-03 | READ |"
            + " year_2024/month_02/day_03/as_at_00000000/tweets-0000.jsonl",
        "dated | 2024-02-01..2024-02-28 | READ READ |"
            + " year_2024/month_02/day_03/as_at_00000000/tweets-0000.jsonl"
            + " year_2024/month_02/day_04/as_at_11111111/tweets-0001.jsonl",
        "empty | 2000-01-01 | NO_COMPLETE_FRAME | ''",
        "nulls | 2000-01-01 | READ | year_2000/month_01/day_01/tweets-0000.jsonl",
        "unnest_test | 2000-01-01 | READ | year_2000/month_01/day_01/unnest_test.jsonl",
        // a loose frame.complete is no frame
        "mixed | 2020-02-03 | READ |"
            + " year_2020/month_02/day_03/by_hour/hour=12/tweets-0000.jsonl",
      })
  void daysOfMabelDatasets(String dataset, String range, String states, String files) {
    Selection selection = contents(dataset).select(ReadRequest.of(days(range)));

    assertThat(String.join(" ", paths(selection))).isEqualTo(files);
    assertThat(
            selection.days().stream()
                .map(day -> day.state().name())
                .collect(Collectors.joining(" ")))
        .isEqualTo(states);
    assertThat(selection.skipped().isEmpty()).isTrue();
  }

  @Test
  void anHourOfHourlyData() {
    assertThat(paths(contents("hourly").select(ReadRequest.of(hours("2024-01-01T01")))))
        .containsExactly("year_2024/month_01/day_01/by_hour/hour=01/as_at_002/data.jsonl");
    assertThat(contents("hourly").select(ReadRequest.of(hours("2024-01-01T02"))).days())
        .extracting(DayReport::state)
        .containsExactly(State.NO_HOUR_IN_RANGE);
  }

  @Test
  void missionsHasSixFilesInAFrame() {
    Selection selection = contents("missions").select(ReadRequest.of(days("2024-03-17")));

    assertThat(selection.files())
        .hasSize(6)
        .allMatch(file -> file.frame().equals(Optional.of("as_at_20240317-235146")))
        .allMatch(file -> file.kind().format().equals("parquet"));
    assertThat(
            contents("missions")
                .select(
                    ReadRequest.of(days("2024-03-17")).asOf(Instant.parse("2024-03-17T23:51:45Z")))
                .days())
        .extracting(DayReport::state)
        .containsExactly(State.NO_COMPLETE_FRAME);
  }

  @ParameterizedTest
  @CsvSource({
    "username, BBCNews, by_username/username=BBCNews/as_at_00000004",
    "username, NBCNews, by_username/username=NBCNews/as_at_00000005",
    "age, 612473, by_age/age=612473/as_at_00000002",
    "age, 14173315, by_age/age=14173315/as_at_00000003",
    "other, x, by_hour/hour=12",
  })
  void mixedSegmentsAreChosenByFilter(String field, String value, String folder) {
    Selection selection =
        contents("mixed")
            .select(
                ReadRequest.of(days("2020-02-03"))
                    .withFilter(SegmentFilter.of(Map.of(field, List.of(value)))));

    assertThat(paths(selection))
        .containsExactly("year_2020/month_02/day_03/" + folder + "/tweets-0000.jsonl");
  }

  @Test
  void segmentsWithoutDates() {
    assertThat(paths(contents("in_segments").select(ReadRequest.ALL)))
        .containsExactly(
            "by_userid/userid=14173315/as_at_20220520/tweets-0000.jsonl",
            "by_userid/userid=612473/as_at_20220521/tweets-0000.jsonl");
  }

  @ParameterizedTest
  @CsvSource({
    "framed, mabel, true",
    "hourly, mabel, true",
    "mixed, mabel, true",
    "in_segments, mabel, false",
  })
  void schemes(String dataset, String name, boolean dated) {
    assertThat(scheme(dataset).name()).isEqualTo(name);
    assertThat(scheme(dataset).dated()).isEqualTo(dated);
  }

  @Test
  void theFolderOfTheDatasetsIsNone() {
    Path folder = SharedData.folder("partitioned");

    assertThat(detect(folder)).isInstanceOf(Detection.FolderOfFolders.class);
    assertThat(((Detection.FolderOfFolders) detect(folder)).folders())
        .contains("framed", "in_segments", "mixed");
  }

  private static Contents contents(String dataset) {
    return Contents.of(scheme(dataset), listing(SharedData.folder("partitioned/" + dataset)));
  }

  private static PartitionScheme scheme(String dataset) {
    Detection detection = detect(SharedData.folder("partitioned/" + dataset));
    return ((Detection.Found) detection).scheme();
  }

  private static Detection detect(Path root) {
    List<String> files = listing(root).stream().map(ListedFile::path).toList();
    return SchemeDetector.start(Optional.empty(), Optional.empty()).resolve(TreeLister.of(files));
  }

  private static List<ListedFile> listing(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).map(file -> listed(root, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListedFile listed(Path root, Path file) {
    String path =
        root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    try {
      return new ListedFile(path, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
