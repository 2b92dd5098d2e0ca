package dev.almanac.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.testing.CountingFileSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tab's pages say, as they are served. */
@Tag("own-session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetsTabTest {

  private static final String SECRET = "sesame-open-sesame";
  private static final String ORDERS = "dataset/?dataset=lake.sales.orders";
  private static final String HOSTILE_LINK =
      "~3cscript~3ealert~28~27~26amp~3b~27~29~3cimg~20src~3dx~20onerror~3dalert~281~29~3e";

  private UiApplication application;
  private SparkSession spark;
  private Path lake;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    lake = SampleLake.fill(Files.createDirectory(folder.resolve("lake")));
    for (int i = 0; i < 1100; i++) {
      Files.createDirectories(folder.resolve("huge/dataset_%04d".formatted(i)));
    }
    application =
        UiApplication.start(
            lake,
            Map.ofEntries(
                Map.entry("spark.sql.redaction.string.regex", "hunter\\d"),
                Map.entry("spark.hadoop.fs.counting.impl", CountingFileSystem.class.getName()),
                Map.entry("spark.sql.catalog.lake.store.counted.location", "counting:" + lake),
                Map.entry("spark.sql.catalog.lake.store.huge.location", folder + "/huge"),
                Map.entry("spark.sql.catalog.lake.store.cloud.location", "obs://bucket/data"),
                Map.entry("spark.sql.catalog.lake.store.cloud.hadoop.fs.x.secret.key", SECRET),
                Map.entry("spark.sql.catalog.lake.store.cloud.hadoop.fs.x.access.key", SECRET),
                Map.entry("spark.sql.catalog.lake.store.cloud.hadoop.fs.x.account.key.y", SECRET),
                Map.entry("spark.sql.catalog.lake.store.cloud.default-dates", "latest"),
                Map.entry("spark.sql.catalog.wrong", AlmanacCatalog.class.getName()),
                Map.entry("spark.sql.catalog.wrong.locatoin", "/data"),
                Map.entry("spark.sql.catalog.other", "org.example.NoSuchCatalog")));
    spark = application.session();
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void theTabIsAmongSparks() {
    assertThat(application.answer("/jobs/").body())
        .contains("<a class=\"nav-link\" href=\"/datasets/\">Datasets</a>");
    assertThat(application.page("")).contains("<title>the lake - Datasets</title>");
  }

  @Test
  void theFirstPageHasStoresOfConfigurationAndOfRunTime() {
    spark.sql("CREATE NAMESPACE lake.late LOCATION '%s/sales'".formatted(lake));
    try {
      assertThat(text(application.page("")))
          .contains("lake.cloud folders obs://bucket/data latest by configuration")
          .contains("lake.late folders file:" + lake + "/sales today at run time")
          .doesNotContain("NoSuchCatalog");
      assertThat(application.page("store/?store=lake.late")).contains("lake.late.orders");
    } finally {
      spark.sql("DROP NAMESPACE lake.late");
    }
    assertThat(text(application.page("store/?store=lake.late")))
        .contains("ALMANAC_INVALID_STORE", "lake.late", "not registered (any more)");
  }

  @Test
  void nothingIsListedUntilItsPageIsOpened() {
    CountingFileSystem.reset();
    application.page("");
    assertThat(CountingFileSystem.count(CountingFileSystem.Request.LIST)).isZero();

    application.page("dataset/?dataset=lake.counted.planets&year=1930");
    assertThat(CountingFileSystem.count(CountingFileSystem.Request.LIST)).isBetween(1L, 370L);
  }

  @Test
  void aCatalogThatIsSetUpWronglySaysSoBesideTheOthers() {
    String page = text(application.page(""));

    assertThat(page)
        .contains("[ALMANAC_INVALID_OPTION] Unknown option spark.sql.catalog.wrong.locatoin")
        .contains("lake.huge")
        .doesNotContain("\tat ", "Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store/?store=lake.cloud | the client for obs: is",
        "dataset/?dataset=lake.cloud.orders | the client for obs: is",
        "day/?dataset=lake.cloud.orders&day=2024-05-01 | the client for obs: is",
        "dataset/?dataset=lake.no.such | ALMANAC_NO_SUCH_DATASET",
        "dataset/?dataset=lake | ALMANAC_NO_SUCH_DATASET",
        "dataset/ | ALMANAC_NO_SUCH_DATASET",
        "dataset/?dataset=nocatalog.orders | catalogs that the application's sessions have now (lake,",
        "dataset/?dataset=lake.%2e%2e.x | ALMANAC_INVALID_NAME",
        "dataset/?dataset=lake.a~2fb | ALMANAC_INVALID_NAME",
        "dataset/?dataset=wrong.x | locatoin",
        "day/?dataset=lake.sales.orders&day=2024-02-30 | it is not a date such as 2022-05-01",
        "day/?dataset=lake.sales.orders | it is not a date",
        "day/?dataset=lake.flat&day=2024-01-01 | ALMANAC_",
        "store/?store=lake.none | not registered",
      })
  void whatCannotBeShownIsAPanel(String path, String message) {
    String page = application.page(path); // with status 200

    assertThat(page).contains("class=\"alert alert-danger");
    assertThat(text(page)).contains(message).doesNotContain("\tat ", "java.lang");
    assertThat(json(path.replaceFirst("/", "/json/")).path("error").asText()).contains(message);
  }

  @Test
  void secretsAreNotShown() {
    String store = application.page("store/?store=lake.cloud");

    assertThat(store).contains("ALMANAC_MISSING_CLIENT");
    for (String path :
        List.of("", "json/", "store/?store=lake.cloud", "store/json/?store=lake.cloud")) {
      assertThat(application.page(path)).doesNotContain(SECRET);
    }
    spark.conf().set("spark.sql.catalog.lake.store.open.location", lake.toString());
    spark.conf().set("spark.sql.catalog.lake.s3.access-key", SECRET); // for all stores
    spark.conf().set("spark.sql.catalog.lake.s3.secret-key", SECRET);
    spark.conf().set("spark.sql.catalog.lake.store.open.hadoop.fs.x.password", SECRET);
    try {
      assertThat(text(application.page("store/?store=lake.open")))
          .contains("s3.secret-key *********(redacted)", "hadoop.fs.x.password *********(redacted)")
          .doesNotContain(SECRET);
      assertThat(json("store/json/?store=lake.open").toString()).doesNotContain(SECRET);
    } finally {
      spark.conf().unset("spark.sql.catalog.lake.store.open.location");
      spark.conf().unset("spark.sql.catalog.lake.s3.access-key");
      spark.conf().unset("spark.sql.catalog.lake.s3.secret-key");
      spark.conf().unset("spark.sql.catalog.lake.store.open.hadoop.fs.x.password");
    }
  }

  @Test
  void aHugeStoreSaysThatItIsNotShownWhole() {
    String page = text(application.page("store/?store=lake.huge"));

    assertThat(page).contains("This store is large", "stopped after 1,000 folders");
    assertThat(json("store/json/?store=lake.huge").path("complete").asBoolean()).isFalse();
    assertThat(json("store/json/?store=lake").path("complete").asBoolean()).isTrue();
  }

  @Test
  void aCalendarIsWhatTheProcedureSays() {
    List<String> shown = new ArrayList<>();
    json("dataset/json/?dataset=lake.sales.orders")
        .path("days")
        .forEach(
            day ->
                shown.add(
                    "[%s,%s,%d,%d,%d]"
                        .formatted(
                            day.path("day").asText(),
                            day.path("state").asText(),
                            day.path("files").asLong(),
                            day.path("bytes").asLong(),
                            day.path("frames").asLong())));
    List<String> gaps = new ArrayList<>();
    json("dataset/json/?dataset=lake.sales.orders")
        .path("gaps")
        .forEach(
            gap ->
                gaps.add(
                    "[%s,%s,%d,%s]"
                        .formatted(
                            gap.path("from").asText(),
                            gap.path("to").asText(),
                            gap.path("days").asLong(),
                            gap.path("state").asText())));

    assertThat(shown).hasSize(231).isEqualTo(rows("CALL lake.system.calendar('sales.orders')", 5));
    assertThat(gaps)
        .containsExactlyInAnyOrderElementsOf(rows("CALL lake.system.gaps('sales.orders')", 4));
  }

  @Test
  void aCalendarShowsStatesAndMarks() {
    String page = application.page(ORDERS);

    assertThat(page)
        .contains("title=\"2024-05-08: read, 2 files,")
        .contains("2 frames, 1 superseded\"")
        .contains("title=\"2024-04-22: no complete frame, 1 frame, 1 incomplete\"")
        .contains("title=\"2024-04-23: no complete frame, 1 frame, 1 ignored\"")
        .contains("title=\"2024-04-16: no data files\"")
        .contains("title=\"2024-05-01: read, without rows,")
        .contains(
            "<span role=\"img\" class=\"almanac-day almanac-missing\" title=\"2024-02-14: missing\"")
        .contains("href=\"/datasets/day/?dataset=lake.sales.orders&amp;day=2024-05-08\"");
    assertThat(text(page)).contains("2024-03-08 2024-03-10 3 missing");
  }

  @Test
  void gapsLeadToTheirDaysIfThoseHaveFolders() {
    String gaps = application.page(ORDERS).replaceFirst("(?s).*<details", "<details");

    assertThat(gaps)
        .contains("day=2024-04-22\">2024-04-22</a>", "day=2024-04-23\">2024-04-23</a>")
        .contains(">2024-03-08</td>");
  }

  @Test
  void aCalendarOfHoursNamesThoseThatAreMissing() {
    assertThat(application.page("dataset/?dataset=lake.hourly"))
        .contains("title=\"2024-05-01: read, without hours 00-06, 09-23,")
        .contains("almanac-lacks-hours");
    assertThat(text(application.page(ORDERS))).doesNotContain("State Hours");
  }

  @Test
  void ofManyYearsTheLastAreShownUnlessOneIsChosen() {
    assertThat(text(application.page("dataset/?dataset=lake.planets")))
        .contains("Years: 2006 1930 1846 1781")
        .contains("2006 1 day read", "1930 1 day read")
        .doesNotContain("1846 1 day");
    String chosen = application.page("dataset/?dataset=lake.planets&year=1846");
    assertThat(text(chosen)).contains("1846 1 day read").contains("1 file · 8 B · 364 missing");
    assertThat(chosen).contains("title=\"1846-03-13: read").doesNotContain("1930-");
  }

  /** A year that was chosen is whole: days before or after the dataset's own are not missing. */
  @Test
  void daysBeforeTheFirstAndAfterTheLastAreNotMissing() {
    assertThat(json("dataset/json/?dataset=lake.planets&year=1781").path("gaps").toString())
        .isEqualTo(
            "[{\"from\":\"1781-03-14\",\"to\":\"1781-12-31\",\"days\":293,"
                + "\"state\":\"missing\",\"hours\":\"\"}]");
  }

  @Test
  void aDaySaysWhatBecameOfItsFrames() {
    String page = application.page("day/?dataset=lake.sales.orders&day=2024-05-08");

    assertThat(text(page))
        .contains("as_at_20240512-080000 chosen complete and the newest such yes 2")
        .contains("as_at_20240508-230000 superseded superseded by as_at_20240512-080000 no 1")
        .contains("/day_08/as_at_20240512-080000/ Frame Format", " a.jsonl ", " b.jsonl ")
        .contains("SELECT * FROM lake.sales.orders FOR '2024-05-08';")
        .contains("VERSION AS OF '2024-05-08'");
    for (String sql : statements(page)) {
      assertThat(spark.sql(sql).collectAsList()).as(sql).isNotEmpty();
    }
  }

  @Test
  void aDayHasItsHours() {
    assertThat(text(application.page("day/?dataset=lake.hourly&day=2024-05-01")))
        .contains("Hour Format Size")
        .contains("07 json", "08 json");
  }

  @Test
  void aDayThatIsMissingSaysSo() {
    assertThat(text(application.page("day/?dataset=lake.sales.orders&day=2024-02-14")))
        .contains("State: missing", "Files read: 0");
  }

  @Test
  void aDatasetWithoutDatesHasFiles() {
    assertThat(text(application.page("dataset/?dataset=lake.flat")))
        .contains("This dataset has no dates", "Files (1)", "/flat/ Format", " a.jsonl ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "store/?store=lake",
        "dataset/?dataset=lake." + HOSTILE_LINK,
        "day/?day=2024-05-01&dataset=lake." + HOSTILE_LINK,
        "dataset/?dataset=<script>alert(1)</script>",
        "dataset/?dataset=lake.<img%20src=x%20onerror=alert(1)>",
        "day/?dataset=lake.sales.orders&day=<b>1",
        "?session=\"><script>alert(1)</script>",
      })
  void namesAreEscaped(String path) {
    String page =
        application.page(path.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"));

    assertThat(page).doesNotContain("<script>alert", "<img src=x", "<b>1", "\"><script");
  }

  @Test
  void hostileNamesLeadToTheirPages() {
    assertThat(application.page("store/?store=lake"))
        .contains("href=\"/datasets/dataset/?dataset=lake." + HOSTILE_LINK + "\"");
    assertThat(text(application.page("day/?day=2024-05-01&dataset=lake." + HOSTILE_LINK)))
        .contains(SampleLake.HOSTILE, "as_at_<b>1 chosen", "FOR '2024-05-01'");
  }

  /** As people copy them from pages and from their SQL. */
  @ParameterizedTest
  @ValueSource(strings = {"lake.`v1.2`", "`lake`.`v1.2`", "lake.v1~2e2"})
  void namesAreOpenedAsSqlWritesThem(String name) {
    assertThat(application.page("dataset/?dataset=" + name.replace("`", "%60")))
        .contains("title=\"2024-05-01: read");
  }

  @Test
  void aPercentSignIsATextLikeOthers() {
    assertThat(text(application.page("dataset/?dataset=lake.100%25")))
        .contains("ALMANAC_NO_SUCH_DATASET", "lake.`100%`");
  }

  @Test
  void aStoreThatIsNotThereSaysSo() {
    spark.sql("CREATE NAMESPACE lake.gone LOCATION '%s/no/such/folder'".formatted(lake));
    try {
      assertThat(text(application.page("store/?store=lake.gone")))
          .contains("Datasets (0)", "or the location is not there");
    } finally {
      spark.sql("DROP NAMESPACE lake.gone");
    }
  }

  @Test
  void queriesAreShownWithWhatTheyRead() throws InterruptedException {
    spark
        .sql(
            "SELECT count(id), 'hunter2' AS secret FROM lake.sales.orders"
                + " FOR DATES BETWEEN '2024-05-02' AND '2024-05-11' WHERE _date >= '2024-05-10'")
        .collectAsList();
    spark
        .sql(
            "SELECT * FROM lake.flat JOIN lake.hourly FOR :day AS h ON flat.n = h.n",
            Map.of("day", "2024-05-01"))
        .collectAsList();
    spark.read().option("versionAsOf", "2024-05-02").table("lake.sales.orders").count();
    assertThatThrownBy(
        () ->
            spark
                .sql("SELECT raise_error(CAST(amount AS STRING)) FROM lake.sales.orders FOR LATEST")
                .collectAsList());
    spark.range(3).collectAsList();
    settle();

    JsonNode found = json("json/").path("queries");
    JsonNode pruned = query(found, "count(id)");
    assertThat(pruned.path("text").asText())
        .contains("FOR DATES BETWEEN '2024-05-02' AND '2024-05-11'")
        .contains("*********(redacted)")
        .doesNotContain("hunter2");
    assertThat(pruned.path("status").asText()).isEqualTo("COMPLETED");
    JsonNode scan = pruned.path("scans").path(0);
    assertThat(scan.path("table").asText()).isEqualTo("lake.sales.orders");
    assertThat(scan.path("dates").asText()).isEqualTo("2024-05-02 .. 2024-05-11");
    assertThat(scan.path("daysRead").asLong()).isEqualTo(2);
    assertThat(scan.path("daysPruned").asLong()).isEqualTo(8);
    assertThat(scan.path("filesRead").asLong()).isEqualTo(2);
    assertThat(scan.path("filesPruned").asLong()).isEqualTo(10);
    assertThat(scan.path("bytesRead").asLong()).isPositive();
    assertThat(scan.path("rows").asLong()).isPositive();

    JsonNode joined = query(found, "JOIN lake.hourly");
    assertThat(joined.path("text").asText()).contains("FOR :day");
    assertThat(joined.path("scans").findValuesAsText("table"))
        .containsExactlyInAnyOrder("lake.flat", "lake.hourly");
    assertThat(query(found, "raise_error").path("status").asText()).isEqualTo("FAILED");
    assertThat(query(found, "count at").path("scans")).hasSize(1); // as Spark's page calls it
    assertThat(found.findValuesAsText("table")).allMatch(table -> table.startsWith("lake."));

    String page = application.page("dataset/?dataset=lake.hourly");
    assertThat(page).contains("href=\"/SQL/execution/?id=" + joined.path("id").asLong() + "\"");
    assertThat(page).contains("<a href=\"/datasets/dataset/?dataset=lake.flat\">lake.flat</a>");
    assertThat(text(page)).contains("JOIN lake.hourly").doesNotContain("raise_error");
    assertThat(application.answer("/SQL/execution/?id=" + joined.path("id").asLong()).statusCode())
        .isEqualTo(200);
  }

  private static JsonNode query(JsonNode queries, String text) {
    for (JsonNode query : queries) {
      if (query.path("text").asText().contains(text)) {
        return query;
      }
    }
    throw new AssertionError("no query with " + text + " in " + queries);
  }

  /** Events are handled by other threads, soon. */
  private void settle() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (!json("json/").path("queries").findValuesAsText("status").contains("RUNNING")
          && json("json/").path("queries").toString().contains("raise_error")) {
        return;
      }
      Thread.sleep(100);
    }
  }

  /** To look at pages is not to query: Spark's list of queries stays as it is. */
  @Test
  void pagesRunNoQueries() {
    long before = executions();

    for (String path :
        List.of("", "store/?store=lake", ORDERS, "day/?dataset=lake.sales.orders&day=2024-05-08")) {
      application.page(path);
    }

    assertThat(executions()).isEqualTo(before);
  }

  private long executions() {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sharedState()
        .statusStore()
        .executionsCount();
  }

  @Test
  void eachSessionHasItsStores() throws InterruptedException {
    SparkSession other = spark.newSession();
    other.sql("CREATE NAMESPACE lake.own LOCATION '%s/sales'".formatted(lake)).collectAsList();
    other.sql("SELECT * FROM lake.own.orders FOR '2024-05-08'").collectAsList();
    String id = ((org.apache.spark.sql.classic.SparkSession) other).sessionUUID().substring(0, 8);
    for (int i = 0; i < 100 && !application.page("").contains("lake.own.orders FOR"); i++) {
      Thread.sleep(100);
    }

    assertThat(text(application.page("")))
        .contains("Catalog lake, the application's session", "Catalog lake, session " + id)
        .contains("Catalog wrong, the application's session and 1 other session");
    String link = "store/?session=" + id + "&amp;store=lake.own";
    assertThat(application.page("")).contains("href=\"/datasets/" + link + "\"");
    String store = application.page(link.replace("&amp;", "&"));
    assertThat(store)
        .contains("dataset=lake.own.orders&amp;session=" + id)
        .contains("<input type=\"hidden\" name=\"session\" value=\"" + id + "\">");
    assertThat(query(json("json/").path("queries"), "lake.own.orders").path("session").asText())
        .isEqualTo(id);
    assertThat(application.page(""))
        .contains("session " + id + "</div>")
        .contains("dataset/?dataset=lake.own.orders&amp;session=" + id + "\">lake.own.orders</a>");
    assertThat(application.page("dataset/?dataset=lake.own.orders&session=" + id))
        .contains("title=\"2024-05-08: read");
    assertThat(text(application.page("dataset/?dataset=lake.sales.orders&session=none")))
        .contains("ALMANAC_NO_SUCH_DATASET");
  }

  @Test
  void onlyGetIsAnswered() {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(application.address("/datasets/")))
            .POST(HttpRequest.BodyPublishers.ofString("store=lake"))
            .build();

    assertThat(application.send(post).statusCode()).isEqualTo(405);
  }

  /** Everything that a page loads comes from the UI itself. */
  @Test
  void pagesHaveNoForeignParts() {
    assertThat(application.page(ORDERS))
        .doesNotContainPattern("(src|href|action)=\"(https?:)?//")
        .doesNotContain("url(", "@import");
  }

  private JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(application.page(path));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private List<String> rows(String sql, int columns) {
    return spark.sql(sql).collectAsList().stream()
        .map(row -> row.toSeq().take(columns).mkString("[", ",", "]"))
        .toList();
  }

  private static List<String> statements(String page) {
    int start = page.indexOf("almanac-sql\">") + "almanac-sql\">".length();
    String text = unescaped(page.substring(start, page.indexOf("</pre>", start)));
    return List.of(text.replaceAll("(?m)^--.*$", "").split(";", -1)).stream()
        .map(String::strip)
        .filter(sql -> !sql.isEmpty())
        .toList();
  }

  /** What a person reads: without tags, with single spaces. */
  private static String text(String html) {
    return unescaped(
            html.replaceAll("(?s)<style>.*?</style>|<script.*?</script>", " ")
                .replaceAll("<[^>]*>", " "))
        .replaceAll("\\s+", " ");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
