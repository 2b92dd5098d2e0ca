package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // files | scheme | LISTs
        "year_2024/month_03/day_17/a.csv | mabel | 1",
        "year_2024/month_03/day_17/a.csv README.md archive/a.csv _tmp/b.csv | mabel | 1",
        "2024/05/01/a.csv | {yyyy}/{mm}/{dd} | 4",
        "2024/05/01/a.csv 2023/12/31/b.csv x.csv | {yyyy}/{mm}/{dd} | 4",
        "2024/05/01/as_at_1/a.csv 2024/05/01/by_hour/hour=05/a.csv | {yyyy}/{mm}/{dd} | 4",
        "2024/05/01/00/a.csv 2024/05/01/13/a.csv | {yyyy}/{mm}/{dd}/{HH} | 4",
        "2024/05/01/hour=00/a.csv | {yyyy}/{mm}/{dd}/hour={HH} | 4",
        "2024/05/01/00/a.csv 2024/05/01/31/a.csv | {yyyy}/{mm}/{dd} | 4",
        "2024/5/1/a.csv | {yyyy}/{m}/{d} | 4",
        "2024/10/1/a.csv 2024/10/12/a.csv | {yyyy}/{m}/{d} | 4",
        "2024/10/12/a.csv | {yyyy}/{mm}/{dd} | 4",
        "2024-05-01/a.csv | {yyyy}-{mm}-{dd} | 2",
        "2024-05-01/a.csv 2024-05-02/05/a.csv | {yyyy}-{mm}-{dd}/{HH} | 2",
        "20240501/a.csv | {yyyy}{mm}{dd} | 2",
        "20240501/a.csv 20240502/a.csv 2024-05-03/a.csv | {yyyy}{mm}{dd} | 2",
        "2024-05/01/a.csv | {yyyy}-{mm}/{dd} | 3",
        "2024/2024-05-01/a.csv | {yyyy}/{yyyy}-{mm}-{dd} | 3",
        "2024/05/2024-05-01/a.csv | {yyyy}/{mm}/{yyyy}-{mm}-{dd} | 4",
        "dt=2024-05-01/a.csv | hive | 1",
        "year=2024/month=05/day=01/a.csv | hive | 3",
        "year=2023/month=05/day=01/a.csv year=2024/month=05/day=01/a.csv | hive | 5",
        "country=nl/city=a/a.csv | hive | 3",
        "country=nl/dt=2024-05-01/a.csv | hive | 2",
        "_p=1/a.csv | hive | 2",
        // odd folders change nothing
        "2024-05-01/a.csv 2024-05-02/a.csv x=1/a.csv | {yyyy}-{mm}-{dd} | 2",
        "year_2024/month_03/day_17/a.csv year_2023/month_03/day_17/a.csv 2024-05-02/a.csv | mabel | 1",
        "2024-05-01/a.csv 2024-99-01/a.csv | {yyyy}-{mm}-{dd} | 2",
        // no dates
        "a.csv | none | 1",
        "a.csv b/c.csv | none | 1",
        "a.csv 2024/q1.csv | none | 2",
        "by_userid/userid=1/as_at_1/a.csv | mabel undated | 2",
        "as_at_20240317/a.csv | mabel undated | 1",
        "as_at_x/a.csv as_at_x/frame.complete | mabel undated | 2",
        "as_at_x/a.csv as_at_x/frame.ignore b.csv | mabel undated | 2",
        "by_name/name=x/a.csv by_id/id=1/a.csv | mabel undated | 3",
        // folders of folders
        "orders/year_2024/month_03/day_17/a.csv | folders: orders | 1",
        "orders/a.csv items/a.csv _tmp/a.csv .git/x | folders: items orders | 1",
        "orders/a.csv README.md | folders: orders | 1",
        "as_at_home/year_2024/month_03/day_17/a.csv | folders: as_at_home | 2",
        "as_at_home/a.csv | folders: as_at_home | 2",
        "by_product/orders/year_2024/month_03/day_17/a.csv | folders: by_product | 2",
        "by_product/a.csv as_at_home/a.csv orders/a.csv | folders: as_at_home by_product orders | 3",
        "2024/q1.csv 2023/q1.csv | folders: 2023 2024 | 2",
        "2024/13/01/a.csv | folders: 2024 | 2",
        "2024/05/a.csv | folders: 2024 | 3",
        "year_24/a.csv | folders: year_24 | 1",
        "year_2024_old/a.csv | folders: year_2024_old | 1",
        "9999-99-99/a.csv | folders: 9999-99-99 | 1",
        // nothing
        "README.md notes.txt | no data: README.md notes.txt | 1",
        "_SUCCESS frame.complete .x | no data: | 1",
        "_tmp/a.csv | no data: | 1",
      })
  void detect(String files, String expected, int lists) {
    TreeLister tree = TreeLister.of(List.of(files.split(" ", -1)));

    Detection detection = SchemeDetector.start(Optional.empty(), Optional.empty()).resolve(tree);

    assertThat(show(detection)).isEqualTo(expected);
    assertThat(tree.listed()).hasSize(lists);
  }

  @Test
  void anEmptyFolderHasNoData() {
    Detection detection =
        SchemeDetector.start(Optional.empty(), Optional.empty())
            .resolve(folders -> List.of(FolderNames.NOTHING));

    assertThat(detection).isEqualTo(new Detection.NoData(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "mabel, mabel",
    "Mabel, mabel",
    "none, none",
    "NONE, none",
    "{yyyy}/{mm}/{dd}, {yyyy}/{mm}/{dd}",
    "year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH},"
        + " year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}",
  })
  void whatIsConfiguredTakesNoList(String configured, String name) {
    Detection detection = SchemeDetector.start(Optional.of(configured), Optional.empty());

    assertThat(detection)
        .isInstanceOfSatisfying(
            Detection.Found.class, found -> assertThat(found.scheme().name()).isEqualTo(name));
  }

  @Test
  void configuredHiveIsHiveEvenWithoutKeys() {
    Detection detection =
        SchemeDetector.start(Optional.of("HIVE"), Optional.empty())
            .resolve(TreeLister.of(List.of("a.csv", "year_2024/b.csv")));

    assertThat(show(detection)).isEqualTo("hive");
  }

  @Test
  void anUnknownSchemeIsRefused() {
    assertThatThrownBy(() -> SchemeDetector.start(Optional.of("mable"), Optional.empty()))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("Invalid partition-scheme 'mable'")
        .hasMessageContaining("mabel, none, hive, or a template");
  }

  /** The tables of a store: folders that are no datasets are looked into, datasets are not. */
  @Test
  void datesSegmentsAndFramesAreNeverTables() {
    TreeLister store =
        TreeLister.of(
            List.of(
                "sales/orders/year_2024/month_03/day_17/as_at_1/a.csv",
                "sales/items/2024-05-01/by_hour/hour=05/a.csv",
                "by_product/shoes/year_2024/month_03/day_17/BACKOUT/a.csv",
                "as_at_home/year_2024/month_03/day_17/by_userid/userid=1/a.csv",
                "in_segments/by_userid/userid=1/a.csv",
                "planets/planets.parquet",
                "_tmp/x.csv"));

    assertThat(tables(store, ""))
        .containsExactlyInAnyOrder(
            "sales/orders",
            "sales/items",
            "by_product/shoes",
            "as_at_home",
            "in_segments",
            "planets");
  }

  private static List<String> tables(TreeLister store, String folder) {
    Detection detection =
        SchemeDetector.start(Optional.empty(), Optional.empty())
            .resolve(below -> store.apply(below.stream().map(b -> join(folder, b)).toList()));
    if (detection instanceof Detection.FolderOfFolders folders) {
      return folders.folders().stream()
          .flatMap(name -> tables(store, join(folder, name)).stream())
          .toList();
    }
    return detection instanceof Detection.Found ? List.of(folder) : List.of();
  }

  private static String join(String folder, String below) {
    return below.isEmpty() ? folder : Elements.below(folder, below);
  }

  private static String show(Detection detection) {
    if (detection instanceof Detection.Found found) {
      boolean undated = found.scheme().name().equals("mabel") && !found.scheme().dated();
      return found.scheme().name() + (undated ? " undated" : "");
    }
    if (detection instanceof Detection.FolderOfFolders folders) {
      return "folders: " + String.join(" ", folders.folders());
    }
    return Stream.concat(Stream.of("no data:"), ((Detection.NoData) detection).files().stream())
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }
}
