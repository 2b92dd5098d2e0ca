package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.Almanac;
import dev.almanac.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Where a store's secrets may come from, and that they show nowhere. */
class SecretsTest extends SparkTest {

  private static final String DAY = "/year_2024/month_01/day_01/a.parquet";

  @TempDir Path temporary;

  private final String folder = UUID.randomUUID().toString();
  private String catalog;

  @BeforeEach
  void register() {
    catalog = newCatalog();
    Servers.s3().put(folder + "/t" + DAY, FormatFiles.bytes(spark(), "parquet", 10));
  }

  private void configure(Map<String, String> options) {
    set("location", Servers.s3().location(folder));
    options.forEach(this::set);
  }

  private void set(String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + ".store.s." + key, value);
  }

  private Map<String, String> options() {
    return new HashMap<>(Servers.s3().options());
  }

  private String table() {
    return catalog + ".s.t FOR '2024-01-01'";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN SELECT * FROM %s.s.t FOR '2024-01-01'",
        "EXPLAIN EXTENDED SELECT * FROM %s.s.t FOR '2024-01-01'",
        "EXPLAIN FORMATTED SELECT * FROM %s.s.t FOR '2024-01-01'",
        "EXPLAIN COST SELECT count(*) FROM %s.s.t FOR '2024-01-01'",
        "DESCRIBE EXTENDED %s.s.t",
        "SHOW TBLPROPERTIES %s.s.t",
        "SHOW NAMESPACES IN %s",
        "SHOW TABLES IN %s.s",
        "DESCRIBE NAMESPACE EXTENDED %s.s",
      })
  void noStatementShowsThem(String sql) {
    configure(options());
    spark().conf().set("spark.sql.catalog." + catalog + ".default-dates", "all");

    assertThat(rows(sql.formatted(catalog)).toString())
        .doesNotContain(WireStore.SECRET, WireStore.KEY);
  }

  @Test
  void aNamespacesDescriptionHasThemRedacted() {
    configure(options());

    assertThat(rows("DESCRIBE NAMESPACE EXTENDED " + catalog + ".s").toString())
        .contains("(s3.secret-key,*********(redacted))", "(s3.access-key,*********(redacted))")
        .contains("s3.path-style,true");
  }

  @Test
  void theSourcesPlanDoesNotShowThem() {
    Dataset<Row> read =
        spark()
            .read()
            .format("almanac")
            .options(options())
            .option("dates", "2024-01-01")
            .load(Servers.s3().location(folder + "/t"));

    assertThat(read.queryExecution() + read.queryExecution().analyzed().treeString())
        .contains(folder)
        .doesNotContain(WireStore.SECRET, WireStore.KEY);
    assertThat(read.count()).isEqualTo(10);
  }

  @Test
  void noErrorShowsThem() {
    Map<String, String> wrong = Servers.s3().wrongCredentials(temporary);
    configure(wrong);

    Throwable error = catchThrowable(() -> rows("SELECT * FROM " + table()));

    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .contains("does not accept the credentials")
        .doesNotContain(WireStore.KEY, wrong.get("s3.secret-key") + "\"");
  }

  @Test
  void noPlanOfTheUserInterfaceShowsThem() throws Exception {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onOtherEvent(SparkListenerEvent event) {
            if (event instanceof SparkListenerSQLExecutionStart start) {
              seen.add(
                  start.physicalPlanDescription()
                      + start.description()
                      + start.sparkPlanInfo()
                      + start.modifiedConfigs());
            }
          }
        };
    configure(options());
    spark().sparkContext().addSparkListener(listener);
    try {
      rows("SELECT * FROM " + table());
      spark()
          .sql(
              "CREATE NAMESPACE %s.made LOCATION '%s' WITH DBPROPERTIES ('s3.secret-key' = '%s',"
                      .formatted(catalog, Servers.s3().location(folder), WireStore.SECRET)
                  + " 's3.access-key' = 'id')")
          .collectAsList();
      spark().sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      spark().sparkContext().removeSparkListener(listener);
    }

    assertThat(seen).isNotEmpty();
    assertThat(seen.toString()).doesNotContain(WireStore.SECRET);
  }

  /**
   * A task gets the settings of the store that it reads by a broadcast, and nothing with itself.
   */
  @Test
  void tasksDoNotCarryThem() throws IOException {
    configure(options());
    Dataset<Row> query = spark().sql("SELECT * FROM " + table());
    spark().conf().set("spark.sql.adaptive.enabled", "false");
    try {
      SparkPlan plan = query.queryExecution().executedPlan();
      List<BatchScanExec> scans = new ArrayList<>();
      find(plan, scans);
      assertThat(scans).hasSize(1);

      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(scans.get(0).readerFactory());
        out.writeObject(scans.get(0).batch().planInputPartitions());
      }
      assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
          .contains(folder)
          .doesNotContain(WireStore.SECRET, WireStore.KEY);
    } finally {
      spark().conf().unset("spark.sql.adaptive.enabled");
    }
  }

  private static void find(QueryPlan<?> plan, List<BatchScanExec> scans) {
    if (plan instanceof BatchScanExec scan) {
      scans.add(scan);
    }
    CollectionConverters.asJava(plan.children())
        .forEach(child -> find((QueryPlan<?>) child, scans));
  }

  @Test
  void theyMayStandInAFileThatIsReadOnUse() throws IOException {
    Path file = temporary.resolve("secret");
    Files.writeString(file, "not this one\n");
    Map<String, String> options = options();
    options.putAll(Servers.s3().hastyOptions());
    options.put("s3.secret-key", "${file:" + file + "}");
    configure(options);
    assertThat(catchThrowable(() -> rows("SELECT * FROM " + table()))).isNotNull();

    Files.writeString(file, WireStore.SECRET + "\n");

    assertThat(rows("SELECT * FROM " + table())).hasSize(10);
    assertThat(spark().conf().get("spark.sql.catalog." + catalog + ".store.s.s3.secret-key"))
        .isEqualTo(options.get("s3.secret-key"));
  }

  @Test
  void theyMayStandInHadoopsKeyStore() throws Exception {
    String provider = "jceks://file" + temporary.resolve("keys.jceks");
    Configuration hadoop = new Configuration();
    hadoop.set("hadoop.security.credential.provider.path", provider);
    CredentialProvider keys = CredentialProviderFactory.getProviders(hadoop).get(0);
    keys.createCredentialEntry("fs.s3a.access.key", WireStore.KEY.toCharArray());
    keys.createCredentialEntry("fs.s3a.secret.key", WireStore.SECRET.toCharArray());
    keys.flush();
    Map<String, String> options = options();
    options.remove("s3.access-key");
    options.remove("s3.secret-key");
    options.put("hadoop.hadoop.security.credential.provider.path", provider);
    options.put(
        "hadoop.fs.s3a.aws.credentials.provider",
        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    configure(options);

    assertThat(rows("SELECT * FROM " + table())).hasSize(10);
  }

  @Test
  void aLocationWithCredentialsIsRefusedWithoutShowingThem() {
    Throwable error =
        catchThrowable(
            () ->
                Almanac.registerStore(
                    spark(),
                    catalog,
                    "bad",
                    Map.of(
                        "location", "s3a://AKIDALMANACTEST:very/S3cret@" + S3Store.BUCKET + "/x")));

    assertThat(error)
        .hasMessageContaining("s3.access-key")
        .hasMessageNotContaining("AKIDALMANACTEST")
        .hasMessageNotContaining("very/S3cret");
  }
}
