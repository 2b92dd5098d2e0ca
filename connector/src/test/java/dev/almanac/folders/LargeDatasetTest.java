package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import dev.almanac.testing.EndlessFileSystem;
import dev.almanac.testing.LakeTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What datasets of the promised sizes cost: ten years of hours, and 100,000 files in a day. */
class LargeDatasetTest extends LakeTest {

  @Override
  protected String location() {
    return "endless:/";
  }

  @BeforeEach
  void fill() {
    lake.file("content", "{\"id\":1}\n");
    EndlessFileSystem.fill(folder.resolve("content"));
  }

  private void scheme(String scheme) {
    if (!scheme.isEmpty()) {
      set("partition-scheme", scheme);
    }
  }

  private Dataset<Row> planned(String table, String dates) {
    CountingFileSystem.reset();
    Dataset<Row> query =
        spark().sql("SELECT * FROM %s.%s VERSION AS OF '%s'".formatted(catalog, table, dates));
    query.queryExecution().executedPlan();
    return query;
  }

  private static void assertCost(long lists, long opens) {
    assertThat(CountingFileSystem.count(Request.LIST)).as("LISTs").isEqualTo(lists);
    assertThat(CountingFileSystem.count(Request.OPEN)).as("opened files").isEqualTo(opens);
    assertThat(CountingFileSystem.count(Request.HEAD)).as("HEADs").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mabel", ""})
  void oneDayOfTenYearsOfHoursIsOneListAndOneOpen(String scheme) {
    scheme(scheme);

    Dataset<Row> query = planned("history", "2020-06-15");

    assertCost(1, 1);
    assertThat(query.count()).isEqualTo(24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mabel", ""})
  void oneHourOfTenYearsIsOneListAndOneOpen(String scheme) {
    scheme(scheme);

    Dataset<Row> query = planned("history", "2020-06-15T07:00");

    assertCost(1, 1);
    assertThat(query.count()).isEqualTo(1);
  }

  @Test
  void aYearOfHoursIsAListAMonth() {
    scheme("mabel");

    Dataset<Row> query = planned("history", "2019-01-01..2019-12-31");

    assertThat(CountingFileSystem.count(Request.LIST)).isLessThanOrEqualTo(13);
    assertThat(query.select("_date").distinct().count()).isEqualTo(365);
  }

  @Test
  void theNewestOf87672HoursIsFoundLevelByLevel() {
    scheme("mabel");

    planned("history", "LATEST");

    assertCost(4, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mabel", ""})
  void aDayOf100000FilesIsOneListAndOneOpen(String scheme) {
    scheme(scheme);

    Dataset<Row> query = planned("crowd", "2024-01-01");

    assertCost(1, 1);
    assertThat(query.rdd().getNumPartitions()).isLessThan(5_000);
    assertThat(
            query.where("_metadata.file_name = 'part-077777.jsonl'").select("_metadata.file_name"))
        .satisfies(
            one -> assertThat(one.collectAsList().toString()).isEqualTo("[[part-077777.jsonl]]"));
    assertThat(CountingFileSystem.count(Request.LIST)).as("LISTs").isEqualTo(1);
    assertThat(CountingFileSystem.count(Request.OPEN)).as("opened files").isEqualTo(2);
    // The file that is read is compared to the listing, where opening it does not do so.
    assertThat(CountingFileSystem.count(Request.HEAD)).as("HEADs").isEqualTo(1);
  }
}
