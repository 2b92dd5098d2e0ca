package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.testing.LakeTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partition schemes, hours, segments and frames, from folders to rows by SQL. */
class LayoutFactsTest extends LakeTest {

  private LayoutFactsTest put(String path, String id) {
    lake.file(path, "{\"id\":\"" + id + "\"}\n");
    return this;
  }

  private LayoutFactsTest mark(String path) {
    lake.mark(path);
    return this;
  }

  /** The ids of what is read, sorted, as one text. */
  private String ids(String relation) {
    return String.join("", column("SELECT id FROM " + catalog + "." + relation + " ORDER BY id"));
  }

  private void configure(String scheme) {
    if (!scheme.isEmpty()) {
      set("partition-scheme", scheme);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', year_2024/month_05/day_%s",
    "mabel, year_2024/month_05/day_%s",
    "'', 2024/05/%s",
    "{yyyy}/{mm}/{dd}, 2024/05/%s",
    "'', 2024-05-%s",
    "{yyyy}-{mm}-{dd}, 2024-05-%s",
    "'', 202405%s",
    "'', dt=2024-05-%s",
    "hive, dt=2024-05-%s",
    "'', year=2024/month=05/day=%s",
    "hive, year=2024/month=05/day=%s",
    "hive, country=nl/dt=2024-05-%s",
    "events/{yyyy}/{mm}/{dd}/data, events/2024/05/%s/data",
  })
  void everySchemeSelectsDaysAndFrames(String scheme, String folder) {
    configure(scheme);
    put("ds/" + folder.formatted("01") + "/a.jsonl", "a");
    put("ds/" + folder.formatted("02") + "/as_at_9/b.jsonl", "b");
    mark("ds/" + folder.formatted("02") + "/as_at_9/frame.complete");
    put("ds/" + folder.formatted("02") + "/as_at_10/c.jsonl", "c");
    put("ds/" + folder.formatted("03") + "/d.jsonl", "d");
    put("ds/" + folder.formatted("03") + "/BACKOUT/e.jsonl", "e");
    put("ds/" + folder.formatted("04") + "/as_at_1/f.jsonl", "f");

    assertThat(ids("ds VERSION AS OF '2024-05-01'")).isEqualTo("a");
    assertThat(ids("ds VERSION AS OF '2024-05-02'")).isEqualTo("b");
    assertThat(ids("ds VERSION AS OF '2024-05-01..2024-05-31'")).isEqualTo("abd");
    assertThat(ids("ds VERSION AS OF '2024-05-02..2024-05-04'")).isEqualTo("bd");
    assertThat(ids("ds VERSION AS OF 'SINCE 1990-01-01'")).isEqualTo("abd");
    assertThat(ids("ds VERSION AS OF 'LATEST'")).isEqualTo("d");
    assertThat(ids("ds VERSION AS OF '2024-05-01..2024-05-31' WHERE _date = '2024-05-02'"))
        .isEqualTo("b");
    assertFails("ds VERSION AS OF '2024-05-04'", Condition.NO_COMPLETE_FRAME);
    assertFails("ds VERSION AS OF '2024-05-05'", Condition.NO_DATA_IN_RANGE);
    assertFails("ds VERSION AS OF '2023-05-05'", Condition.NO_DATA_IN_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', year_2024/month_05/day_01/by_hour/hour=%s",
    "year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}, "
        + "year_2024/month_05/day_01/by_hour/hour=%s",
    "'', 2024/05/01/%s",
    "{yyyy}/{mm}/{dd}/{HH}, 2024/05/01/%s",
    "'', 2024-05-01/by_hour/hour=%s",
    "{yyyy}-{mm}-{dd}-{HH}, 2024-05-01-%s",
    "hive, dt=2024-05-01/hour=%s",
    "'', year=2024/month=05/day=01/hour=%s",
  })
  void everySchemeSelectsHours(String scheme, String folder) {
    configure(scheme);
    put("ds/" + folder.formatted("04") + "/a.jsonl", "a");
    put("ds/" + folder.formatted("05") + "/as_at_1/b.jsonl", "b");
    mark("ds/" + folder.formatted("05") + "/as_at_1/frame.complete");
    put("ds/" + folder.formatted("05") + "/as_at_2/c.jsonl", "c");
    put("ds/" + folder.formatted("23") + "/d.jsonl", "d");

    assertThat(ids("ds VERSION AS OF '2024-05-01'")).isEqualTo("abd");
    assertThat(ids("ds VERSION AS OF '2024-05-01T05:00'")).isEqualTo("b");
    assertThat(ids("ds VERSION AS OF '2024-05-01T04:30..2024-05-01T05:10'")).isEqualTo("ab");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE _hour > 4")).isEqualTo("bd");
    assertFails("ds VERSION AS OF '2024-05-01T06:00'", Condition.NO_DATA_IN_RANGE);
  }

  @Test
  void hoursWinOverASegmentFilterWhereTheRangeOrTheQueryNeedsThem() {
    String day = "ds/year_2024/month_05/day_01/";
    lake.file(day + "by_hour/hour=05/a.jsonl", "{\"id\":\"a\",\"k\":1}\n{\"id\":\"b\",\"k\":2}\n");
    lake.file(day + "by_hour/hour=06/b.jsonl", "{\"id\":\"c\",\"k\":1}\n");
    lake.file(day + "by_k/k=1/a.jsonl", "{\"id\":\"a\",\"k\":1}\n{\"id\":\"c\",\"k\":1}\n");
    lake.file(day + "by_k/k=2/b.jsonl", "{\"id\":\"b\",\"k\":2}\n");

    assertThat(ids("ds VERSION AS OF '2024-05-01'")).isEqualTo("abc");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE k = 1")).isEqualTo("ac");
    assertThat(ids("ds VERSION AS OF '2024-05-01T05:00' WHERE k = 1")).isEqualTo("a");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE k = 1 AND _hour = 6")).isEqualTo("c");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE k IN (2, 3)")).isEqualTo("b");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE k = 3")).isEmpty();
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE k = 1 OR id = 'b'")).isEqualTo("abc");
    assertThat(
            column(
                "SELECT DISTINCT _metadata.file_path FROM "
                    + catalog
                    + ".ds VERSION AS OF '2024-05-01' WHERE k = 1"))
        .singleElement()
        .asString()
        .endsWith("by_k/k=1/a.jsonl");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, k = 1.0",
    "0.5, 0.50, k = 0.5",
    "true, True, k = true",
    "'\"x y\"', x%20y, k = 'x y'",
    "'\"042\"', 042, k = '042'",
    "1.5e10, 15000000000, k = 15000000000",
  })
  void noRowIsLostByTheWayAValueIsWritten(String json, String value, String filter) {
    String day = "ds/year_2024/month_05/day_01/";
    lake.file(day + "by_k/k=" + value + "/a.jsonl", "{\"id\":\"a\",\"k\":" + json + "}\n");

    assertThat(ids("ds VERSION AS OF '2024-05-01'")).isEqualTo("a");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE " + filter)).isEqualTo("a");
  }

  @Test
  void aSegmentFilterOnATimestampColumnLosesNoRow() {
    String day = "ds/year_2024/month_05/day_01/";
    lake.parquet(
        spark(),
        day + "by_at/at=2024-05-01T10:00:00/a.parquet",
        "SELECT 'a' AS id, TIMESTAMP'2024-05-01 10:00:00' AS at");

    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE at = TIMESTAMP'2024-05-01 10:00:00'"))
        .isEqualTo("a");
  }

  @Test
  void hivePartitionColumnsAreTypedByTheScheme() {
    put("ds/dt=2024-05-01/month=05/country=nl/a.jsonl", "a");
    put("ds/dt=2024-05-01/month=__HIVE_DEFAULT_PARTITION__/country=n%2Fl/b.jsonl", "b");

    String table = catalog + ".ds VERSION AS OF '2024-05-01'";
    Map<String, Object> types =
        Stream.of(spark().sql("SELECT * FROM " + table).schema().fields())
            .collect(Collectors.toMap(StructField::name, StructField::dataType));
    assertThat(types)
        .isEqualTo(
            Map.of(
                "id", DataTypes.StringType,
                "dt", DataTypes.DateType,
                "month", DataTypes.IntegerType,
                "country", DataTypes.StringType));
    assertThat(
            column("SELECT concat_ws(' ', id, dt, month, country) FROM " + table + " ORDER BY id"))
        .containsExactly("a 2024-05-01 5 nl", "b 2024-05-01 n/l");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE month = 5 AND country = 'nl'"))
        .isEqualTo("a");
    assertThat(ids("ds VERSION AS OF '2024-05-01' WHERE month IS NULL")).isEqualTo("b");
  }

  @Test
  void anUndatedHiveDatasetHasItsColumns() {
    put("ds/country=nl/a.jsonl", "a").put("ds/country=de/b.jsonl", "b");

    assertThat(ids("ds WHERE country = 'de'")).isEqualTo("b");
    assertFails("ds VERSION AS OF '2024-05-01'", Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mabel"})
  void undatedFramesAndSegments(String scheme) {
    configure(scheme);
    put("framed/as_at_1/a.jsonl", "a").mark("framed/as_at_1/frame.complete");
    put("framed/as_at_2/b.jsonl", "b");
    put("segments/by_k/k=1/as_at_1/c.jsonl", "c").mark("segments/by_k/k=1/as_at_1/frame.complete");
    put("segments/by_k/k=10/as_at_1/d.jsonl", "d");
    mark("segments/by_k/k=10/as_at_1/frame.complete");
    put("segments/loose.jsonl", "e");

    assertThat(ids("framed")).isEqualTo("a");
    assertThat(ids("segments")).isEqualTo("cd");
  }

  @Test
  void aDatasetMayBeCalledLikeAFrameOrLieBelowASegmentation() {
    put("as_at_home/year_2024/month_05/day_01/a.jsonl", "a");
    put("by_product/shoes/year_2024/month_05/day_01/b.jsonl", "b");
    put("by_product/as_at_1/year_2024/month_05/day_01/as_at_1/c.jsonl", "c");
    mark("by_product/as_at_1/year_2024/month_05/day_01/as_at_1/frame.complete");

    assertThat(ids("as_at_home VERSION AS OF '2024-05-01'")).isEqualTo("a");
    assertThat(ids("by_product.shoes VERSION AS OF '2024-05-01'")).isEqualTo("b");
    assertThat(ids("by_product.as_at_1 VERSION AS OF '2024-05-01'")).isEqualTo("c");
    assertThat(
            spark().sql("SHOW TABLES IN " + catalog).collectAsList().stream()
                .map(row -> row.getString(1)))
        .contains("as_at_home");
  }

  @Test
  void impossibleDatesAreLeftOut() {
    put("ds/year_2024/month_13/day_01/a.jsonl", "a");
    put("ds/year_2024/month_02/day_30/b.jsonl", "b");
    put("ds/year_2024/month_02/day_3/c.jsonl", "c");
    put("ds/year_2024/month_02/day_03/d.jsonl", "d");

    assertThat(ids("ds VERSION AS OF '2024-02-01..2024-02-29'")).isEqualTo("d");
    assertThat(ids("ds VERSION AS OF 'SINCE 1990-01-01'")).isEqualTo("d");
    assertThat(ids("ds VERSION AS OF 'LATEST'")).isEqualTo("d");
  }

  @Test
  void aCompleteFrameWithoutFilesIsADayWithoutRows() {
    put("ds/year_2024/month_05/day_01/as_at_1/a.jsonl", "a");
    mark("ds/year_2024/month_05/day_01/as_at_1/frame.complete");
    mark("ds/year_2024/month_05/day_01/as_at_2/frame.complete");
    put("ds/year_2024/month_04/day_01/b.jsonl", "b");

    assertThat(ids("ds VERSION AS OF '2024-05-01'")).isEmpty();
    assertThat(ids("ds VERSION AS OF '2024-04-01..2024-05-31'")).isEqualTo("b");
  }

  @Test
  void theErrorsOfADayThatIsNotThereNameTheDaysThatAre() {
    put("ds/year_2022/month_04/day_01/a.jsonl", "a");
    put("ds/year_2022/month_04/day_30/b.jsonl", "b");

    assertThatThrownBy(() -> ids("ds VERSION AS OF '2022-05-01'"))
        .hasMessageContaining("2022-04-01 .. 2022-04-30")
        .hasMessageContaining("nearest is 2022-04-30");
  }

  @Test
  void unknownTypesOnlyIsAnErrorThatListsThem() {
    lake.file("ds/year_2024/month_05/day_01/a.txt", "x").file("flat/notes.md", "x");

    assertThatThrownBy(() -> ids("ds VERSION AS OF '2024-05-01'"))
        .hasMessageContaining("a.txt")
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> assertThat(e.condition()).isEqualTo(Condition.NO_READABLE_FILES));
    assertFails("flat", Condition.NO_READABLE_FILES);
  }

  @Test
  void aVeryLongRangeIsNoBurden() {
    set("partition-scheme", "{yyyy}-{mm}-{dd}");
    put("ds/2024-05-01/a.jsonl", "a");

    assertThat(ids("ds VERSION AS OF '0001-01-01..9999-12-31'")).isEqualTo("a");
  }

  private void assertFails(String relation, Condition condition) {
    assertThatThrownBy(() -> ids(relation))
        .isInstanceOfSatisfying(
            AlmanacException.class, e -> assertThat(e.condition()).isEqualTo(condition));
  }
}
