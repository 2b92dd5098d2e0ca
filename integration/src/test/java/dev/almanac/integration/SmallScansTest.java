package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of few bytes are answered without a shuffle, and as with one. */
class SmallScansTest extends LakeTest {

  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  @Override
  protected String location() {
    return "counting:" + folder;
  }

  @BeforeEach
  void write() {
    lake.parquet(spark(), "t/" + day(1) + "/a.parquet", numbers(0, 50))
        .parquet(spark(), "t/" + day(1) + "/b.parquet", numbers(50, 90))
        .parquet(spark(), "t/" + day(2) + "/c.parquet", numbers(90, 200));
  }

  private static String numbers(int from, int to) {
    return "SELECT id, 97 - id % 10 AS digit, CAST(id * 7919 % 101 AS STRING) AS text FROM range("
        + from
        + ", "
        + to
        + ")";
  }

  @AfterEach
  void unset() {
    spark().conf().unset(OPEN_COST);
    spark().conf().unset(ADAPTIVE);
    spark().catalog().clearCache();
  }

  private String sql(String text) {
    return text.replace("two", catalog + ".t FOR '2024-01-01'")
        .replace("one", catalog + ".t FOR '2024-01-02'")
        .replace("three", catalog + ".t FOR DATES BETWEEN '2024-01-01' AND '2024-01-02'");
  }

  private Dataset<Row> query(String text) {
    return spark().sql(sql(text));
  }

  /** The plan that was run. */
  private static String ran(Dataset<Row> query) {
    query.collectAsList();
    return query.queryExecution().executedPlan().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT text FROM two ORDER BY text DESC",
        "SELECT id FROM two WHERE id > 10 ORDER BY digit, id",
        "SELECT _date, id FROM two ORDER BY id",
        "SELECT input_file_name() LIKE '%a.parquet', id FROM two ORDER BY id",
        "SELECT digit, count(*), max(text) FROM one GROUP BY digit ORDER BY digit",
        "SELECT digit, collect_list(id) FROM one GROUP BY digit ORDER BY digit",
        "SELECT digit, count(DISTINCT text), sum(id) FROM one GROUP BY digit ORDER BY digit",
        "SELECT DISTINCT digit FROM one ORDER BY digit",
        "SELECT sum(id), min(text) FROM one",
        "SELECT id, row_number() OVER (PARTITION BY digit ORDER BY text, id) AS n FROM one"
            + " ORDER BY id",
        "SELECT id FROM one ORDER BY text, id LIMIT 7 OFFSET 5",
        "SELECT sum(id) FROM (SELECT id FROM one ORDER BY id DESC LIMIT 7)",
      })
  void fewBytesAreNotShuffled(String text) {
    spark().conf().set(OPEN_COST, 0);
    Dataset<Row> shuffled = query(text);
    List<Row> expected = shuffled.collectAsList();
    assertThat(expected).isNotEmpty();

    spark().conf().unset(OPEN_COST);
    Dataset<Row> gathered = query(text);

    assertThat(gathered.collectAsList()).isEqualTo(expected);
    assertThat(ran(gathered)).doesNotContain("Exchange");
    if (!text.contains("LIMIT")) { // which has an operator without a shuffle
      assertThat(ran(shuffled)).contains("Exchange");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.digit, a.n, b.n FROM (SELECT digit, count(*) AS n FROM one GROUP BY digit) a JOIN"
            + " (SELECT digit, sum(id) AS n FROM three GROUP BY digit) b ON a.digit = b.digit"
            + " ORDER BY 1",
        "SELECT /*+ MERGE(b) */ a.digit, a.n, b.n FROM"
            + " (SELECT digit, count(*) AS n FROM one GROUP BY digit) a JOIN"
            + " (SELECT digit, sum(id) AS n FROM three GROUP BY digit) b ON a.digit = b.digit"
            + " ORDER BY 1",
        "SELECT /*+ MERGE(b) */ a.digit, a.n, b.n FROM"
            + " (SELECT digit, count(*) AS n FROM one GROUP BY digit) a JOIN"
            + " (SELECT digit, sum(id) AS n FROM one GROUP BY digit) b ON a.digit = b.digit"
            + " ORDER BY 1",
        "SELECT /*+ SHUFFLE_HASH(b) */ a.digit, a.n, b.id FROM"
            + " (SELECT digit, count(*) AS n FROM one GROUP BY digit) a JOIN three b"
            + " ON a.digit = b.digit ORDER BY 1, 3",
        "SELECT id FROM three WHERE id > (SELECT avg(id) FROM one) ORDER BY id",
        "SELECT digit, count(*) FROM one GROUP BY digit UNION ALL"
            + " SELECT digit, count(*) FROM three GROUP BY digit ORDER BY 1, 2",
        "SELECT /*+ REPARTITION(3) */ digit, count(*) FROM one GROUP BY digit",
        "SELECT digit, count(*) FROM (SELECT /*+ REPARTITION(3) */ * FROM one) GROUP BY digit",
        "SELECT digit, count(*) FROM one GROUP BY ROLLUP (digit) ORDER BY 1",
        "SELECT digit, c, count(*) FROM one LATERAL VIEW explode(array(1, 2)) AS c"
            + " GROUP BY digit, c ORDER BY 1, 2",
      })
  void partsOfLargerQueriesGiveTheSameRows(String text) {
    spark().conf().set(OPEN_COST, 0);
    List<Row> expected = query(text).collectAsList();
    assertThat(expected).isNotEmpty();

    spark().conf().unset(OPEN_COST);

    assertThat(query(text).collectAsList()).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** For a sample, Spark would read all of it twice. */
  @Test
  void aSortReadsItsFilesOnce() {
    String text = "SELECT * FROM two ORDER BY text";
    query(text).collectAsList(); // the columns are remembered now

    CountingFileSystem.reset();
    query(text).collectAsList();
    long gathered = CountingFileSystem.count(Request.OPEN);

    spark().conf().set(ADAPTIVE, false);
    CountingFileSystem.reset();
    query(text).collectAsList();

    assertThat(gathered).isEqualTo(2);
    assertThat(CountingFileSystem.count(Request.OPEN)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT text FROM three ORDER BY text", "SELECT sum(id) FROM two GROUP BY digit"})
  void moreFilesAreShuffled(String text) {
    assertThat(ran(query(text))).contains("Exchange");
  }

  @Test
  void moreBytesAreShuffled() {
    long bytes = folder.resolve("t/" + day(2) + "/c.parquet").toFile().length();

    spark().conf().set(OPEN_COST, bytes - 1);
    assertThat(ran(query("SELECT sum(id) FROM one GROUP BY digit"))).contains("Exchange");
    assertThat(ran(query("SELECT id FROM one ORDER BY text"))).doesNotContain("Exchange");

    spark().conf().set(OPEN_COST, bytes / 2 - 1);
    assertThat(ran(query("SELECT id FROM one ORDER BY text"))).contains("Exchange");

    spark().conf().set(OPEN_COST, bytes);
    assertThat(ran(query("SELECT sum(id) FROM one GROUP BY digit"))).doesNotContain("Exchange");
  }

  @Test
  void otherTablesAreShuffled() {
    spark().read().parquet(folder.resolve("t/" + day(1)).toString()).createOrReplaceTempView("v");

    assertThat(ran(query("SELECT text FROM v ORDER BY text"))).contains("Exchange");
  }

  @Test
  void withoutAdaptivePlansAllIsAsBefore() {
    spark().conf().set(ADAPTIVE, false);

    assertThat(ran(query("SELECT text FROM two ORDER BY text"))).contains("Exchange");
  }

  @Test
  void whatTheUserAsksForIsKept() {
    assertThat(query("SELECT * FROM two ORDER BY id").repartition(3).rdd().getNumPartitions())
        .isEqualTo(3);
  }

  @Test
  void aScanWithoutFilesHasNoRows() {
    String none = " FROM three WHERE _date > DATE'2024-01-15'";

    Row counted = query("SELECT count(*), max(text)" + none).first();
    assertThat(counted.getLong(0)).isZero();
    assertThat(counted.isNullAt(1)).isTrue();
    assertThat(query("SELECT text" + none + " ORDER BY text").collectAsList()).isEmpty();
    assertThat(query("SELECT digit, count(*)" + none + " GROUP BY 1").collectAsList()).isEmpty();
  }

  @Test
  void cachedAndWrittenRowsAreSorted() {
    Dataset<Row> sorted = query("SELECT id, text FROM two ORDER BY text, id");
    List<Row> expected = sorted.collectAsList();

    assertThat(sorted.cache().collectAsList()).isEqualTo(expected);
    String written = folder.resolve("written").toString();
    query("SELECT id, text FROM two ORDER BY text, id").write().parquet(written);
    assertThat(spark().read().parquet(written).collectAsList()).isEqualTo(expected);
  }
}
