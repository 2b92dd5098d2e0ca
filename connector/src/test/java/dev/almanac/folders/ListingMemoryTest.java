package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.DataFile;
import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.util.SizeEstimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.jdk.javaapi.CollectionConverters;

/** What the driver holds of each file, by adding up objects and not by what a collector leaves. */
class ListingMemoryTest extends LakeTest {

  private static final int FILES = 384; // so few that the estimate leaves none out
  private static final int HOURS = 24;

  /** How the files of a day lie in its folder. */
  private enum Layout {
    MANY_IN_A_FRAME(
        96, "as_at_20240201-000000/part-%05d-3f2504e0-4f89-11d3-9a0c-0305e82c3301-c000.jsonl"),
    ONE_IN_AN_HOUR(HOURS, "by_hour/hour=%02d/rows.jsonl"),
    ONE_IN_A_FRAME_OF_AN_HOUR(HOURS, "by_hour/hour=%1$02d/as_at_20240201-%1$02d1507/rows.jsonl");

    private final int perDay;
    private final String path;

    Layout(int perDay, String path) {
      this.perDay = perDay;
      this.path = path;
    }

    String path(int file) {
      return "year_2024/month_01/day_%02d/".formatted(1 + file / perDay)
          + path.formatted(file % perDay);
    }
  }

  private void write(Layout layout) {
    for (int file = 0; file < FILES; file++) {
      String path = "facts/" + layout.path(file);
      lake.file(path, "{\"id\":1}\n");
      if (path.contains("/as_at_")) {
        lake.mark(path.substring(0, path.lastIndexOf('/')) + "/frame.complete");
      }
    }
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

  @ParameterizedTest
  @EnumSource
  void theDriverHoldsLessThan200BytesOfAListedFile(Layout layout) {
    write(layout);

    DataFile[] files =
        tasks().stream()
            .flatMap(task -> task.slices().stream())
            .map(PlannedSlice::file)
            .toArray(DataFile[]::new);

    assertThat(files).hasSize(FILES);
    assertThat(SizeEstimator.estimate(files) / FILES).isLessThan(200);
  }

  @ParameterizedTest
  @EnumSource
  void aTaskAddsLessThan50BytesForAFile(Layout layout) {
    write(layout);

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
    write(Layout.MANY_IN_A_FRAME);

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
