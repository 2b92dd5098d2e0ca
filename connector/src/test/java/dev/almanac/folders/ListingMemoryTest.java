package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.DataFile;
import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.util.SizeEstimator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** What the driver holds of each file, by adding up objects and not by what a collector leaves. */
class ListingMemoryTest extends LakeTest {

  private static final int DAYS = 4;
  private static final int FILES_PER_DAY = 100; // so few that the estimate leaves none out
  private static final int FILES = DAYS * FILES_PER_DAY;

  @BeforeEach
  void write() {
    for (int day = 1; day <= DAYS; day++) {
      for (int file = 0; file < FILES_PER_DAY; file++) {
        lake.file(
            "facts/year_2024/month_01/day_%02d/as_at_20240201-000000/%s".formatted(day, name(file)),
            "{\"id\":1}\n");
      }
      lake.mark(
          "facts/year_2024/month_01/day_%02d/as_at_20240201-000000/frame.complete".formatted(day));
    }
  }

  /** As long as the names that Spark gives files. */
  private static String name(int file) {
    return "part-%05d-3f2504e0-4f89-11d3-9a0c-0305e82c3301-c000.jsonl".formatted(file);
  }

  private List<PlannedPartition> tasks() {
    Dataset<Row> query =
        spark()
            .sql(
                "SELECT id, _metadata.file_path FROM %s.facts VERSION AS OF '2024-01-01..2024-01-31'"
                    .formatted(catalog));
    BatchScanExec scan = (BatchScanExec) query.queryExecution().sparkPlan().collectLeaves().head();
    return CollectionConverters.asJava(scan.inputPartitions()).stream()
        .map(PlannedPartition.class::cast)
        .toList();
  }

  @Test
  void theDriverHoldsLessThan200BytesOfAListedFile() {
    DataFile[] files =
        tasks().stream()
            .flatMap(task -> task.slices().stream())
            .map(PlannedSlice::file)
            .toArray(DataFile[]::new);

    assertThat(files).hasSize(FILES);
    assertThat(SizeEstimator.estimate(files) / FILES).isLessThan(200);
  }

  @Test
  void aTaskAddsLessThan50BytesForAFile() {
    PlannedSlice[] slices =
        tasks().stream().flatMap(task -> task.slices().stream()).toArray(PlannedSlice[]::new);
    DataFile[] files = List.of(slices).stream().map(PlannedSlice::file).toArray(DataFile[]::new);

    assertThat(slices).hasSize(FILES);
    long added = SizeEstimator.estimate(slices) - SizeEstimator.estimate(files);
    assertThat(added / FILES).isLessThan(50);
  }

  /** What is left out on the driver is there for the reader. */
  @Test
  void tasksAreSentWithFullPaths() {
    List<Row> rows =
        spark()
            .sql(
                "SELECT DISTINCT _metadata.file_path FROM %s.facts VERSION AS OF '2024-01-01..2024-01-31'"
                    .formatted(catalog))
            .collectAsList();

    assertThat(rows).hasSize(FILES);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.getString(0))
                    .startsWith("file:" + folder)
                    .contains("/year_2024/month_01/day_")
                    .endsWith("-c000.jsonl"));
  }
}
