package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.AlmanacExtensions;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.wire.MongoTestServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are in nothing that a running application shows: its log, the pages and the REST
 * interface of its user interface, its settings; nor, with the line of the documentation, in its
 * event log.
 */
@Tag("own-session")
class ShownSecretsTest {

  private static final String AZURE_KEY = "YXp1cmVLZXlPZkFTdG9yZQ";
  private static final String LATER = "secretThatWasSetLater";
  private static final String LATER_ID = "AKIDTHATWASSETLATER";
  private static final String MONGODB = "p%40ss%3Aw%2Frd";
  private static final String[] SECRETS = {
    WireStore.KEY, WireStore.SECRET, AZURE_KEY, LATER, LATER_ID, MONGODB, "reader:"
  };

  /** As docs/configuration.md has it. */
  private static final String REDACTION =
      "(?i)secret|password|token|access[.-]?key|account[.]key|mongodb[.]uri|://[^/@\\s]*:[^/\\s]*@";

  @TempDir Path temporary;

  private final String folder = UUID.randomUUID().toString();
  private final StringWriter log = new StringWriter();
  private SparkSession spark;

  private SparkSession.Builder builder() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .appName("secrets")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "true")
            .config("spark.ui.port", "0")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.warehouse.dir", temporary.resolve("warehouse").toUri().toString())
            .config("spark.sql.extensions", AlmanacExtensions.class.getName())
            .config("spark.sql.catalog.lake", AlmanacCatalog.class.getName());
    stores().forEach((key, value) -> builder.config("spark.sql.catalog.lake.store." + key, value));
    return builder;
  }

  private Map<String, String> stores() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("s.location", Servers.s3().location(folder));
    Servers.s3().options().forEach((key, value) -> keys.put("s." + key, value));
    keys.put("m.connector", "mongodb");
    keys.put("m.location", "mongodb://test/" + database());
    keys.put(
        "m.mongodb.uri",
        "mongodb://reader:"
            + MONGODB
            + "@"
            + MongoTestServer.shared().address()
            + "/?authMechanism=SCRAM-SHA-256&authSource=admin");
    keys.put("a.location", "abfss://c@account.dfs.core.windows.net/x");
    keys.put("a.hadoop.fs.azure.account.key.account.dfs.core.windows.net", AZURE_KEY);
    return keys;
  }

  private String database() {
    return "d" + folder.substring(0, 8);
  }

  private void fill() {
    Servers.s3().put(folder + "/t/year_2024/month_01/day_01/a.jsonl", "{\"id\":1}\n{\"id\":2}\n");
    MongoTestServer.shared()
        .client()
        .getDatabase(database())
        .getCollection("c")
        .insertOne(new Document("_id", 1).append("id", 2));
  }

  @AfterEach
  void stop() {
    if (spark != null) {
      spark.stop();
    }
  }

  private List<?> rows(String sql) {
    return spark.sql(sql).collectAsList();
  }

  @Test
  void inNoLogAndOnNoPage() throws Exception {
    fill();
    LogWatch watch = new LogWatch(log);
    try (watch) {
      spark = builder().getOrCreate();
      List<Object> shown = use();
      spark.sparkContext().listenerBus().waitUntilEmpty();

      assertThat(shown.toString()).doesNotContain(SECRETS);
      pages()
          .forEach((page, text) -> assertThat(text).as(page).isNotEmpty().doesNotContain(SECRETS));
    }
    assertThat(log.toString())
        .contains("INFO", "SparkContext")
        .doesNotContain(WireStore.SECRET, AZURE_KEY, LATER, LATER_ID, MONGODB);
  }

  /** What users do with stores; what of it they are shown. */
  private List<Object> use() {
    List<Object> shown = new ArrayList<>();
    String t = "lake.s.t FOR '2024-01-01'";
    assertThat(rows("SELECT t.id FROM " + t + " t JOIN lake.m.c ON t.id = c.id")).hasSize(1);
    shown.add(rows("EXPLAIN FORMATTED SELECT * FROM " + t + " t JOIN lake.m.c ON t.id = c.id"));
    shown.add(rows("SHOW TABLES IN lake.m"));
    shown.add(rows("DESCRIBE NAMESPACE EXTENDED lake.m"));
    shown.add(rows("DESCRIBE NAMESPACE EXTENDED lake.a"));
    shown.add(catchThrowable(() -> rows("SELECT * FROM lake.a.x FOR '2024-01-01'")).getMessage());
    String start = "spark.sql.catalog.lake.store.w.";
    Servers.s3().hastyOptions().forEach((key, value) -> spark.conf().set(start + key, value));
    spark.conf().set(start + "location", Servers.s3().location(folder));
    spark.conf().set(start + "s3.access-key", LATER_ID);
    spark.conf().set(start + "s3.secret-key", LATER);
    shown.add(catchThrowable(() -> rows("SELECT * FROM lake.w.t FOR '2024-01-01'")).getMessage());
    rows(
        "CREATE NAMESPACE lake.made LOCATION '%s' WITH DBPROPERTIES ('s3.secret-key' = '%s',"
                .formatted(Servers.s3().location(folder), LATER)
            + " 's3.access-key' = '"
            + LATER_ID
            + "')");
    assertThat(
            spark
                .read()
                .format("almanac")
                .options(Servers.s3().options())
                .option("dates", "2024-01-01")
                .load(Servers.s3().location(folder + "/t"))
                .count())
        .isEqualTo(2);
    shown.add(rows("SET"));
    shown.add(rows("SET `spark.sql.catalog.lake.store.s.s3.access-key`"));
    return shown;
  }

  /** All pages there are, by their addresses, and what the REST interface tells. */
  private Map<String, String> pages() throws IOException, InterruptedException {
    String ui = spark.sparkContext().uiWebUrl().get();
    String rest = ui + "/api/v1/applications/" + spark.sparkContext().applicationId();
    List<String> addresses =
        new ArrayList<>(
            List.of(
                ui + "/jobs/",
                ui + "/stages/",
                ui + "/storage/",
                ui + "/executors/",
                ui + "/environment/",
                ui + "/SQL/",
                rest + "/environment",
                rest + "/jobs",
                rest + "/stages?details=true",
                rest + "/sql?details=true&planDescription=true&length=1000"));
    int executions = (int) spark.sharedState().statusStore().executionsCount();
    assertThat(executions).isGreaterThan(5);
    IntStream.range(0, executions).forEach(i -> addresses.add(ui + "/SQL/execution/?id=" + i));
    addresses.add(ui + "/jobs/job/?id=0");
    addresses.add(ui + "/stages/stage/?id=0&attempt=0");
    Map<String, String> pages = new LinkedHashMap<>();
    HttpClient http = HttpClient.newHttpClient();
    for (String address : addresses) {
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).as(address).isEqualTo(200);
      pages.put(address, page.body());
    }
    assertThat(pages.get(ui + "/environment/")).contains("store.s.s3.access-key", "(redacted)");
    return pages;
  }

  @Test
  void norInWhatIsLoggedAtTheStartWithTheLineOfTheDocumentation() throws IOException {
    Path docs = Path.of("..", "docs", "configuration.md");
    assertThat(docs).content(StandardCharsets.UTF_8).contains(REDACTION);
    fill();
    Path events = Files.createDirectory(temporary.resolve("events"));
    LogWatch watch = new LogWatch(log);
    try (watch) {
      run(events);
    }

    StringBuilder logged = new StringBuilder(log.toString());
    try (Stream<Path> files = Files.walk(events)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logged.append(Files.readString(file));
      }
    }
    assertThat(logged.toString())
        .contains("SparkListenerEnvironmentUpdate", "SparkListenerJobStart", "s3.access-key")
        .contains("Spark configuration:")
        .doesNotContain(SECRETS);
  }

  private void run(Path events) {
    spark =
        builder()
            .config("spark.ui.enabled", "false")
            .config("spark.logConf", "true")
            .config("spark.eventLog.enabled", "true")
            .config("spark.eventLog.compress", "false")
            .config("spark.eventLog.dir", events.toUri().toString())
            .config("spark.redaction.regex", REDACTION)
            .getOrCreate();
    rows("SELECT t.id FROM lake.s.t FOR '2024-01-01' t JOIN lake.m.c ON t.id = c.id");
    spark.stop();
  }

  /** Takes all that is logged: of Almanac from DEBUG, of others from INFO. */
  private record LogWatch(WriterAppender appender, LoggerContext context) implements AutoCloseable {

    LogWatch(StringWriter log) {
      this(
          WriterAppender.newBuilder()
              .setName("watch")
              .setTarget(log)
              .setLayout(PatternLayout.newBuilder().withPattern("%p %c %m%n%ex").build())
              .build(),
          LoggerContext.getContext(false));
      appender.start();
      Configuration configuration = context.getConfiguration();
      configuration.addAppender(appender);
      LoggerConfig root = configuration.getRootLogger();
      root.setLevel(Level.INFO);
      List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
      root.addAppender(appender, null, null);
      configuration.addLogger("dev.almanac", new LoggerConfig("dev.almanac", Level.DEBUG, true));
      context.updateLoggers();
    }

    @Override
    public void close() {
      context.reconfigure();
      appender.stop();
    }
  }
}
