package dev.almanac.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading a path without a catalog. */
class AlmanacSourceTest extends LakeTest {

  private String path;

  @BeforeEach
  void twoDays() {
    path = folder.resolve("orders").toString();
    lake.file("orders/" + day(1) + "/a.jsonl", "{\"id\":1}\n")
        .file("orders/" + day(2) + "/a.jsonl", "{\"id\":2,\"late\":true}\n");
  }

  @Test
  void datesAreAnOption() {
    Dataset<Row> one = spark().read().format("almanac").option("dates", "2024-01-01").load(path);
    Dataset<Row> both =
        spark().read().format("almanac").option("dates", "DATES SINCE '2024-01-01'").load(path);

    assertThat(one.collectAsList().toString()).isEqualTo("[[1]]");
    assertThat(both.count()).isEqualTo(2);
    assertThat(one.select("_date").collectAsList().toString()).isEqualTo("[[2024-01-01]]");
  }

  @Test
  void twoReadsOfOnePathWithDifferentDatesJoin() {
    Dataset<Row> one = spark().read().format("almanac").option("dates", "2024-01-01").load(path);
    Dataset<Row> two = spark().read().format("almanac").option("dates", "2024-01-02").load(path);

    assertThat(one.select("id").union(two.select("id")).collectAsList().toString())
        .isEqualTo("[[1], [2]]");
  }

  @Test
  void aSchemaMayBeGiven() {
    Dataset<Row> read =
        spark()
            .read()
            .schema("late BOOLEAN, id INT, missing STRING")
            .format("almanac")
            .option("dates", "2024-01-01..2024-01-02")
            .load(path);

    assertThat(read.orderBy("id").collectAsList().toString())
        .isEqualTo("[[null,1,null], [true,2,null]]");
  }

  @Test
  void storeOptionsWorkHereToo() {
    Dataset<Row> all = spark().read().format("almanac").option("default-dates", "all").load(path);

    assertThat(all.count()).isEqualTo(2);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> spark().read().format("almanac").option("datse", "TODAY").load(path))
        .hasMessageContaining("Unknown option datse (did you mean dates?)");
    assertThatThrownBy(() -> spark().read().format("almanac").load())
        .hasMessageContaining("load(path)");
    assertThatThrownBy(() -> spark().read().format("almanac").load(path + "x"))
        .hasMessageContaining("there is no dataset at that path");
  }

  @ParameterizedTest
  @EnumSource(SaveMode.class)
  void writesNothingAndSaysSo(SaveMode mode) {
    Dataset<Row> rows = spark().sql("SELECT 1 AS id, INTERVAL '1' DAY AS unusual");

    Errors.thrownBy(
            Condition.UNSUPPORTED, () -> rows.write().format("almanac").mode(mode).save(path))
        .contains("Cannot write to " + path + " as almanac", "reads data", "does not write");
    Errors.thrownBy(
            Condition.NO_SUCH_DATASET,
            () -> rows.write().format("almanac").mode(mode).save(path + "x"))
        .contains("there is no dataset at that path", "does not write");
  }
}
