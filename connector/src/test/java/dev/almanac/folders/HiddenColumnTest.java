package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.LakeTest;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The columns that {@code SELECT *} leaves out. */
class HiddenColumnTest extends LakeTest {

  @BeforeEach
  void frames() {
    set("default-dates", "all");
    lake.file("t/" + day(1) + "/by_hour/hour=07/as_at_3/a.jsonl", "{\"id\":1}\n")
        .mark("t/" + day(1) + "/by_hour/hour=07/as_at_3/frame.complete")
        .parquet(spark(), "t/" + day(2) + "/p%20 q.parquet", "SELECT 2L AS id");
  }

  @Test
  void theyTellWhereARowComesFrom() {
    assertThat(
            rows("SELECT id, _date, _hour, _frame FROM " + catalog + ".t ORDER BY id").toString())
        .isEqualTo("[[1,2024-01-01,7,as_at_3], [2,2024-01-02,null,null]]");
  }

  @Test
  void starLeavesThemOut() {
    assertThat(spark().sql("SELECT * FROM " + catalog + ".t").columns()).containsExactly("id");
  }

  @Test
  void metadataIsWhatSparkGives() {
    String fields =
        "_metadata.file_path, _metadata.file_name, _metadata.file_size, _metadata.file_block_start,"
            + " _metadata.file_block_length, _metadata.file_modification_time, input_file_name()";
    Row spark =
        spark()
            .read()
            .parquet(folder.resolve("t/" + day(2)).toString())
            .selectExpr(fields.split(", "))
            .first();

    Row ours = rows("SELECT " + fields + " FROM " + catalog + ".t WHERE id = 2").get(0);

    assertThat(ours).isEqualTo(spark);
    // Parquet alone has row_index besides, which no other format can give.
    assertThat(spark().sql("SELECT _metadata FROM " + catalog + ".t").schema().apply(0).dataType())
        .isEqualTo(
            spark()
                .read()
                .json(folder.resolve("t/" + day(1)).toString() + "/*/*/*/*.jsonl")
                .select("_metadata")
                .schema()
                .apply(0)
                .dataType());
  }

  @Test
  void aColumnOfTheDataWins() {
    lake.file("u/" + day(1) + "/a.jsonl", "{\"_hour\":\"mine\"}\n");

    assertThat(rows("SELECT _hour, _date FROM " + catalog + ".u").toString())
        .isEqualTo("[[mine,2024-01-01]]");
  }

  @Test
  void batchesHaveThemToo() {
    set("partition-scheme", "mabel");
    String from = " FROM " + catalog + ".t VERSION AS OF '2024-01-02'";

    assertThat(rows("SELECT sum(id), max(_date), max(_metadata.file_size) > 0" + from).toString())
        .isEqualTo("[[2,2024-01-02,true]]");
    assertThat(rows("EXPLAIN SELECT id, _date, _metadata" + from).get(0).getString(0))
        .contains("ColumnarToRow");
  }
}
