package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.SparkTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any store of files must do, wherever the files are. */
abstract class FilesContract extends SparkTest {

  protected static final String DAY1 = "year_2024/month_01/day_01/";
  protected static final String DAY2 = "year_2024/month_01/day_02/";

  protected String catalog;
  protected String folder; // of this test, in the store

  /** The store; shared by tests, which keep to folders of their own. */
  protected abstract TestStore store();

  @BeforeEach
  void register() {
    catalog = newCatalog();
    folder = UUID.randomUUID().toString();
    register("s", store().location(folder), store().options());
  }

  /** Makes a place a store of this test's catalog. */
  protected void register(String prefix, String location, Map<String, String> options) {
    set(prefix, "location", location);
    options.forEach((key, value) -> set(prefix, key, value));
  }

  /** Sets a key of a store. */
  protected void set(String prefix, String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + ".store." + prefix + "." + key, value);
  }

  /** A table's name in SQL. */
  protected String table(String name) {
    return catalog + ".s." + name;
  }

  protected void put(String path, byte[] content) {
    store().put(folder + "/" + path, content);
  }

  protected void put(String path, String content) {
    store().put(folder + "/" + path, content);
  }

  protected byte[] rowsOf(String suffix, int rows) {
    return FormatFiles.bytes(spark(), suffix, rows);
  }

  /** A query whose files are chosen, and not yet read. */
  protected Dataset<Row> planned(String sql) {
    Dataset<Row> query = spark().sql(sql);
    query.queryExecution().executedPlan();
    return query;
  }

  protected static long number(String sql) {
    return rows(sql).get(0).getLong(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"parquet", "orc", "avro", "jsonl", "jsonl.gz", "jsonl.zst", "csv", "arrow"})
  void everyFormatIsRead(String suffix) {
    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 100));
    put("t/" + DAY1 + "b." + suffix, rowsOf(suffix, 50));

    String t = table("t") + " FOR '2024-01-01'";
    assertThat(rows("SELECT count(*), count(name), CAST(max(id) AS BIGINT) FROM " + t).toString())
        .isEqualTo("[[150,150,99]]");
    assertThat(column("SELECT name FROM " + t + " WHERE id = 70")).containsExactly("name-70");
    assertThat(number("SELECT count(*) FROM " + t)).isEqualTo(150);
  }

  @Test
  void daysMayBeOfDifferentFormats() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 10));
    put("t/" + DAY2 + "a.parquet", rowsOf("parquet", 20));

    assertThat(
            rows("SELECT CAST(_date AS STRING), count(*) FROM "
                    + table("t")
                    + " FOR DATES BETWEEN '2024-01-01' AND '2024-01-31' GROUP BY _date"
                    + " ORDER BY _date")
                .toString())
        .isEqualTo("[[2024-01-01,10], [2024-01-02,20]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-b",
        "a.b",
        "with space",
        "per%cent",
        "per%20cent",
        "plus+plus",
        "hash#tag",
        "Grüße",
        "日本",
        "semi;colon",
        "question?",
        "amp&and",
        "at@home",
        "star*",
        "br[ack]et",
        "cur{ly}",
        "quo'te",
        "ti~lde",
        "doll$ar",
        "com,ma",
        "paren(s)",
        "pipe|"
      })
  void oddNamesAreNames(String name) {
    assumeThat(store().holds(name)).as("a server that has names with " + name).isTrue();
    put(name + "/" + DAY1 + name + ".jsonl", "{\"id\":1}\n");
    put(name + "/" + DAY1 + "b.parquet", rowsOf("parquet", 1));

    String t = table("`" + name + "`") + " FOR '2024-01-01'";
    assertThat(column("SELECT concat(_metadata.file_name, ' ', id) FROM " + t))
        .containsExactlyInAnyOrder(asInUris(name + ".jsonl") + " 1", "b.parquet 0");
    assertThat(rows("SHOW TABLES IN " + catalog + ".s").get(0).getString(1)).isEqualTo(name);
  }

  /** Spark shows paths and names of files so. */
  private static String asInUris(String name) {
    return new Path(null, null, "/" + name).toUri().getRawPath().substring(1);
  }

  @Test
  void tablesAndNamespacesAreFoundAtAnyDepth() {
    put("orders/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    put("orders_old/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    put("eu/north/returns/" + DAY1 + "as_at_1/a.jsonl", "{\"id\":1}\n");
    put("flat/a.csv", "id\n1\n");

    assertThat(
            rows("SHOW TABLES IN " + catalog + ".s").stream()
                .map(row -> row.getString(0) + "." + row.getString(1)))
        .containsExactlyInAnyOrder("s.orders", "s.orders_old", "s.flat", "s.eu.north.returns");
    assertThat(column("SHOW NAMESPACES IN " + catalog + ".s")).containsExactly("s.eu");
    assertThat(column("SHOW NAMESPACES IN " + catalog + ".s.eu")).containsExactly("s.eu.north");
    assertThat(number("SELECT count(*) FROM " + table("flat"))).isEqualTo(1);
  }

  /** Prefixes end in a slash: neither a day nor a dataset meets another that starts like it. */
  @Test
  void namesThatStartAlikeAreKeptApart() {
    set("s", "partition-scheme", "{yyyy}/{m}/{d}");
    put("t/2024/1/1/a.jsonl", "{\"id\":1}\n");
    put("t/2024/1/15/a.jsonl", "{\"id\":15}\n");
    put("t/2024/11/1/a.jsonl", "{\"id\":11}\n");
    put("t2/2024/1/1/a.jsonl", "{\"id\":2}\n");

    assertThat(column("SELECT id FROM " + table("t") + " FOR '2024-01-01'")).containsExactly("1");
  }

  @Test
  void datesSelectDays() {
    for (int day = 1; day <= 9; day++) {
      put("t/year_2024/month_01/day_0" + day + "/a.jsonl", "{\"day\":" + day + "}\n");
    }
    put("t/year_2023/month_12/day_31/a.jsonl", "{\"day\":-1}\n");

    assertThat(column("SELECT day FROM " + table("t") + " FOR '2024-01-04'")).containsExactly("4");
    assertThat(column("SELECT day FROM " + table("t") + " FOR LATEST")).containsExactly("9");
    assertThat(
            column(
                "SELECT day FROM "
                    + table("t")
                    + " FOR DATES BETWEEN '2023-12-31' AND '2024-01-02' ORDER BY day"))
        .containsExactly("-1", "1", "2");
    assertThat(
            column(
                "SELECT day FROM "
                    + table("t")
                    + " FOR DATES SINCE '2020-01-01' WHERE _date = DATE '2024-01-05'"))
        .containsExactly("5");
    Errors.thrownBy(
            Condition.NO_DATA_IN_RANGE,
            () -> rows("SELECT * FROM " + table("t") + " FOR '2024-02-01'"))
        .contains("2023-12-31 .. 2024-01-09");
  }

  @Test
  void theNewestCompleteFrameIsRead() {
    put("t/" + DAY1 + "as_at_1/a.jsonl", "{\"frame\":1}\n");
    put("t/" + DAY1 + "as_at_1/frame.complete", "");
    put("t/" + DAY1 + "as_at_9/a.jsonl", "{\"frame\":9}\n");
    put("t/" + DAY1 + "as_at_9/frame.complete", "");
    put("t/" + DAY1 + "as_at_9/frame.ignore", "");
    put("t/" + DAY1 + "as_at_10/a.jsonl", "{\"frame\":10}\n");

    assertThat(column("SELECT frame FROM " + table("t") + " FOR '2024-01-01'"))
        .containsExactly("1");
    assertThat(
            rows("SELECT frame, state FROM "
                    + table("t.frames")
                    + " FOR '2024-01-01' ORDER BY frame")
                .toString())
        .isEqualTo("[[as_at_1,chosen], [as_at_10,incomplete], [as_at_9,ignored]]");
  }

  @Test
  void hoursAreReadByThemselves() {
    for (int hour = 0; hour < 3; hour++) {
      put("t/" + DAY1 + "by_hour/hour=0" + hour + "/a.jsonl", "{\"h\":" + hour + "}\n");
    }

    assertThat(column("SELECT h FROM " + table("t") + " FOR '2024-01-01 01:00'"))
        .containsExactly("1");
    assertThat(
            column("SELECT h FROM " + table("t") + " FOR '2024-01-01' WHERE _hour >= 1 ORDER BY h"))
        .containsExactly("1", "2");
  }

  @Test
  void hiddenColumnsTellWhereRowsAreFrom() {
    byte[] content = "{\"id\":1}\n".getBytes(StandardCharsets.UTF_8);
    put("t/" + DAY1 + "as_at_1/a b.jsonl", content);
    put("t/" + DAY1 + "as_at_1/frame.complete", "");

    Row row =
        rows("SELECT CAST(_date AS STRING), _frame, _metadata.file_name, _metadata.file_size,"
                + " _metadata.file_path FROM "
                + table("t")
                + " FOR '2024-01-01'")
            .get(0);

    assertThat(row.getString(0)).isEqualTo("2024-01-01");
    assertThat(row.getString(1)).isEqualTo("as_at_1");
    assertThat(row.getString(2)).isEqualTo("a%20b.jsonl");
    assertThat(row.getLong(3)).isEqualTo(content.length);
    assertThat(row.getString(4)).endsWith("/t/" + DAY1 + "as_at_1/a%20b.jsonl");
  }

  @Test
  void tablesAboutTables() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    put("t/" + DAY2 + "a.jsonl", "{\"id\":1}\n{\"id\":2}\n");

    assertThat(number("SELECT count(*) FROM " + table("t.days"))).isEqualTo(2);
    assertThat(number("SELECT count(*) FROM " + table("t.files") + " FOR '2024-01-02'"))
        .isEqualTo(1);
  }

  @Test
  void aCompleteFrameWithoutFilesIsADayWithoutRows() {
    put("t/" + DAY1 + "as_at_1/a.jsonl", "{\"id\":1}\n");
    put("t/" + DAY1 + "as_at_1/frame.complete", "");
    put("t/" + DAY1 + "as_at_2/frame.complete", "");
    put("t/" + DAY2 + "a.jsonl", "{\"id\":1}\n");

    assertThat(rows("SELECT * FROM " + table("t") + " FOR '2024-01-01'")).isEmpty();
    assertThat(rows("SELECT id FROM " + table("t") + " FOR '2024-01-02' WHERE id = 7")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNoTable() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");

    assertThatThrownBy(() -> rows("SELECT * FROM " + table("nothing")))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    Errors.thrownBy(
            Condition.NO_SUCH_DATASET,
            () -> rows("SELECT * FROM " + table("nothing") + " FOR '2024-01-01'"))
        .contains("store s");
  }

  @Test
  void theLikeliestNameIsSuggested() {
    put("eu/orders/" + DAY1 + "a.jsonl", "{\"id\":1}\n");

    Errors.thrownBy(
            Condition.NO_SUCH_DATASET,
            () -> rows("SELECT * FROM " + table("eu.ordres") + " FOR '2024-01-01'"))
        .contains("did you mean " + table("eu.orders") + "?");
  }

  /** Tools that show object stores as folders leave these behind. */
  @Test
  void marksOfEmptyFoldersAreNothing() {
    put("t/", "");
    put("t/year_2024/", "");
    put("t/" + DAY1, "");
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    put("t/" + DAY2, "");

    assertThat(number("SELECT count(*) FROM " + table("t") + " FOR '2024-01-01'")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM " + table("t.files"))).isEqualTo(1);
    Errors.thrownBy(
        Condition.NO_DATA_IN_RANGE,
        () -> rows("SELECT * FROM " + table("t") + " FOR '2024-01-02'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro", "jsonl", "jsonl.gz", "csv", "arrow"})
  void aFileThatWasReplacedAfterPlanningIsNamed(String suffix) {
    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 100));
    Dataset<Row> query = planned("SELECT * FROM " + table("t") + " FOR '2024-01-01'");

    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 3000));

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
        .contains("/a." + suffix, "changed after the table was loaded", "Run the query again");
    assertThat(number("SELECT count(*) FROM " + table("t") + " FOR '2024-01-01'")).isEqualTo(3000);
  }

  @Test
  void aReplacedFileIsNoDamageToIgnore() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 100));
    Dataset<Row> query = planned("SELECT * FROM " + table("t") + " FOR '2024-01-01'");
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 200));

    withConf(
        "spark.sql.files.ignoreCorruptFiles",
        () ->
            Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
                .contains("changed after the table was loaded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro", "jsonl", "csv", "arrow"})
  void aFileThatWasDeletedAfterPlanningIsNamed(String suffix) {
    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 10));
    put("t/" + DAY1 + "b." + suffix, rowsOf(suffix, 10));
    Dataset<Row> query = planned("SELECT * FROM " + table("t") + " FOR '2024-01-01'");
    Dataset<Row> tolerant = planned("SELECT * FROM " + table("t") + " FOR '2024-01-01'");

    store().delete(folder + "/t/" + DAY1 + "a." + suffix);

    Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
        .contains("/a." + suffix, "not there any more", "spark.sql.files.ignoreMissingFiles");
    withConf(
        "spark.sql.files.ignoreMissingFiles",
        () -> assertThat(tolerant.collectAsList()).hasSize(10));
  }

  /** Sets a Spark setting to true for an action. */
  protected static void withConf(String key, Runnable action) {
    spark().conf().set(key, "true");
    try {
      action.run();
    } finally {
      spark().conf().unset(key);
    }
  }

  /** How many files a day has in {@link #aDayOfManyFiles}. */
  protected int manyFiles() {
    return 10_000;
  }

  @Test
  void aDayOfManyFiles() {
    byte[] line = "{\"id\":1}\n".getBytes(StandardCharsets.UTF_8);
    IntStream.range(0, manyFiles())
        .parallel()
        .forEach(i -> put("t/" + DAY1 + "as_at_1/part-%05d.jsonl".formatted(i), line));
    put("t/" + DAY1 + "as_at_1/frame.complete", "");

    assertThat(number("SELECT count(*) FROM " + table("t.files") + " FOR '2024-01-01'"))
        .isEqualTo(manyFiles());
    assertThat(
            column(
                "SELECT DISTINCT _metadata.file_name FROM "
                    + table("t")
                    + " FOR '2024-01-01' WHERE _metadata.file_name = 'part-00007.jsonl'"))
        .containsExactly("part-00007.jsonl");
  }

  @Test
  void theSourceReadsWithoutACatalog() {
    put("t/" + DAY1 + "a.parquet", rowsOf("parquet", 10));

    assertThat(
            spark()
                .read()
                .format("almanac")
                .options(store().options())
                .option("dates", "2024-01-01")
                .load(store().location(folder + "/t"))
                .count())
        .isEqualTo(10);
    assertThat(
            spark()
                .read()
                .format("almanac")
                .options(store().options())
                .option("dates", "2024-01-01")
                .option("dataset", "t")
                .load(store().location(folder))
                .count())
        .isEqualTo(10);
  }

  @Test
  void aPathDoesNotLeaveItsStore() {
    store().put(folder + "-outside/" + DAY1 + "a.jsonl", "{\"id\":1}\n");

    for (String name : List.of("`..`.x", "`../" + folder + "-outside`", "`/etc`")) {
      assertThatThrownBy(() -> rows("SELECT * FROM " + table(name) + " FOR '2024-01-01'"))
          .hasMessageContaining("ALMANAC_INVALID_NAME");
    }
  }
}
