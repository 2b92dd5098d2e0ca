package dev.almanac.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.AlmanacExtensions;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.sql.spark.TemporalParseException;
import io.delta.sql.parser.DeltaSqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.parser.extensions.IcebergSparkSqlExtensionsParser;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our extension beside Delta's and Iceberg's, which decorate the parser as ours does. The tests are
 * run for each order in which a user can name them, each in a session of its own.
 */
@Tag("own-session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExtensionOrderTest {

  static final String OURS = AlmanacExtensions.class.getName();
  static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
  static final String ICEBERG = "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";

  private final List<String> order;
  private SparkSession spark;

  ExtensionOrderTest(String... order) {
    this.order = List.of(order);
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    for (int day = 1; day <= 3; day++) {
      Path path = folder.resolve("lake/orders/year_2022/month_05/day_0" + day);
      Files.createDirectories(path);
      Files.writeString(path.resolve("a.jsonl"), "{\"id\": %d, \"day\": %d}\n".formatted(day, day));
    }
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.extensions", String.join(",", order))
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.catalog.ice", "org.apache.iceberg.spark.SparkCatalog")
            .config("spark.sql.catalog.ice.type", "hadoop")
            .config("spark.sql.catalog.ice.warehouse", folder.resolve("ice").toUri().toString())
            .config("spark.sql.catalog.lake", AlmanacCatalog.class.getName())
            .config("spark.sql.catalog.lake.location", folder.resolve("lake").toString())
            .config("spark.sql.catalog.lake.now", "2022-05-03T12:00:00Z")
            .getOrCreate();
    createTables("d", "ice.db.t");
  }

  private void createTables(String delta, String iceberg) {
    String select = " AS SELECT id, day FROM lake.orders o FOR '2022-05-01'";
    spark.sql("CREATE TABLE " + delta + " USING delta" + select);
    spark.sql("CREATE TABLE " + iceberg + select);
  }

  @AfterAll
  void stop() {
    spark.stop();
  }

  @Test
  void theOrderIsTheOneThatWasAskedFor() {
    ParserInterface outermost = spark.sessionState().sqlParser();

    assertThat(outermost.getClass().getName())
        .contains(
            Map.of(OURS, "TemporalParser", DELTA, "DeltaSqlParser", ICEBERG, "IcebergSparkSql")
                .get(order.get(order.size() - 1)));
  }

  @Test
  void clausesJoinAllThree() {
    assertThat(
            rows(
                """
                SELECT a.day, b.day, d.day, i.day
                FROM lake.orders FOR '2022-05-02' a, lake.orders b FOR TODAY,
                     d VERSION AS OF 0, ice.db.t i
                """))
        .containsExactly("2 | 3 | 1 | 1");
  }

  @Test
  void clausesTakeParameters() {
    assumeThat(passesParameters()).as("Delta 4.4.0 drops parameters, with or without us").isTrue();

    assertThat(
            rows(
                spark.sql(
                    "SELECT o.day, ? FROM lake.orders o FOR ? JOIN d ON d.id = ?",
                    new Object[] {"x", "2022-05-02", 1})))
        .containsExactly("2 | x");
    assertThat(
            rows(
                spark.sql(
                    "SELECT day FROM lake.orders FOR DATES BETWEEN :a AND :b WHERE day > :c",
                    Map.of("a", "2022-05-01", "b", "2022-05-03", "c", 1))))
        .containsExactly("2", "3");
  }

  /** Whether no parser around ours leaves out the parameters of any statement. */
  private boolean passesParameters() {
    return order.indexOf(OURS) > order.indexOf(DELTA);
  }

  @Test
  void deltasStatementsWork() {
    createTables("written", "ice.db.beside");
    spark.sql("INSERT INTO written SELECT id, day FROM lake.orders FOR YESTERDAY");
    spark.sql("UPDATE written SET day = 20 WHERE id = 2");
    spark.sql(
        """
        MERGE INTO written USING lake.orders FOR LAST 2 DAYS ON written.id = orders.id
        WHEN MATCHED THEN UPDATE SET written.day = orders.day * 100
        WHEN NOT MATCHED THEN INSERT (id, day) VALUES (orders.id, orders.day)
        """);
    assertThat(rows("SELECT * FROM written")).containsExactly("1 | 1", "2 | 200", "3 | 3");

    spark.sql("DELETE FROM written WHERE id = 3");
    spark.sql("OPTIMIZE written ZORDER BY (id)");
    spark.sql("ALTER TABLE written SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
    assertThat(rows("SELECT count(*) FROM written FOR VERSION AS OF 0")).containsExactly("1");
    assertThat(rows(spark.sql("DESCRIBE HISTORY written").select("operation"))).contains("MERGE");
    spark.sql("RESTORE TABLE written TO VERSION AS OF 1");
    assertThat(rows("SELECT * FROM written")).containsExactly("1 | 1", "2 | 2");
  }

  @Test
  void icebergsStatementsWork() {
    createTables("beside", "ice.db.written");
    spark.sql("ALTER TABLE ice.db.written ADD PARTITION FIELD bucket(4, id)");
    spark.sql("ALTER TABLE ice.db.written WRITE ORDERED BY day DESC");
    spark.sql("ALTER TABLE ice.db.written CREATE TAG first RETAIN 7 DAYS");
    spark.sql(
        """
        MERGE INTO ice.db.written t USING lake.orders o FOR DATES SINCE '2022-05-02' ON t.id = o.id
        WHEN NOT MATCHED THEN INSERT (id, day) VALUES (o.id, o.day)
        """);
    spark.sql(
        "UPDATE ice.db.written SET day = 20 WHERE id = (SELECT max(id) FROM lake.orders FOR YESTERDAY)");
    spark.sql("DELETE FROM ice.db.written WHERE id = 3");
    assertThat(rows("SELECT * FROM ice.db.written")).containsExactly("1 | 1", "2 | 20");
    assertThat(rows("SELECT * FROM ice.db.written FOR VERSION AS OF 'first'"))
        .containsExactly("1 | 1");

    // Looks for Iceberg's own parser among the decorators.
    spark.sql(
        "CALL ice.system.rewrite_data_files(table => 'db.written', strategy => 'sort',"
            + " sort_order => 'id DESC NULLS LAST', options => map('rewrite-all', 'true'))");
    spark.sql("ALTER TABLE ice.db.written REPLACE PARTITION FIELD bucket(4, id) WITH id");
    spark.sql("ALTER TABLE ice.db.written DROP TAG first");
    assertThat(rows("SELECT * FROM ice.db.written")).containsExactly("1 | 1", "2 | 20");
  }

  /** Of statements without a clause, each parser's plan or error is what it is without ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT substring(a FROM 1 FOR 2) FROM t for, u",
        "SELECT * FROM t FOR VERSION AS OF 1",
        "SELECT * FROM t x y",
        "SELECT * FROM t FOR",
        "SELECT FROM WHERE FOR",
        "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE",
        "CREATE TABLE t (a INT) USING delta CLUSTER BY (a)",
        "CREATE TABLE t SHALLOW CLONE u VERSION AS OF 1",
        "OPTIMIZE t WHERE p = 1",
        "OPTIMIZE t FOR",
        "VACUUM t RETAIN 7 HOURS DRY RUN",
        "DESCRIBE DETAIL t",
        "DESCRIBE HISTORY t LIMIT",
        "RESTORE TABLE t TO TIMESTAMP AS OF '2022-05-01'",
        "ALTER TABLE ice.t ADD PARTITION FIELD days(ts)",
        "ALTER TABLE ice.t CREATE BRANCH b AS OF VERSION 1 RETAIN 7 DAYS",
        "ALTER TABLE ice.t CREATE BRANCH b FOR 7 DAYS",
        "CALL ice.system.expire_snapshots(table => 'db.t')",
      })
  void statementsOfOthersAreParsedAlike(String sql) {
    assertThat(outcome(spark.sessionState().sqlParser(), sql))
        .isEqualTo(outcome(withoutOurs(), sql));
  }

  private ParserInterface withoutOurs() {
    ParserInterface parser = new SparkSqlParser();
    for (String extension : order) {
      if (extension.equals(DELTA)) {
        parser = new DeltaSqlParser(parser);
      } else if (extension.equals(ICEBERG)) {
        parser = new IcebergSparkSqlExtensionsParser(parser);
      }
    }
    return parser;
  }

  private static String outcome(ParserInterface parser, String sql) {
    try {
      return parser.parsePlan(sql).treeString().replaceAll("#\\d+", "#");
    } catch (Exception error) {
      return "error " + error;
    }
  }

  @Test
  void describesOurTablesAndTheirs() {
    assertThat(rows("DESCRIBE lake.orders FOR '2022-05-02'")).anyMatch(row -> row.startsWith("id"));
    assertThat(rows("SHOW COLUMNS FROM lake.orders FOR YESTERDAY")).contains("day", "id");
    assertThat(rows("DESCRIBE d")).anyMatch(row -> row.startsWith("id"));
    assertThat(rows("DESCRIBE EXTENDED ice.db.t")).anyMatch(row -> row.startsWith("id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM d FOR TODAY",
        "SELECT * FROM d FOR '2022-05-01'",
        "SELECT * FROM ice.db.t FOR TODAY",
        "SELECT * FROM ice.db.t x FOR '2022-05-01'",
        "DESCRIBE ice.db.t FOR TODAY",
      })
  void aClauseOnATableOfTheirsIsNeverIgnored(String sql) {
    assertThatThrownBy(() -> spark.sql(sql).collect()).isInstanceOf(Exception.class);
  }

  @Test
  void errorsAreTheSame() {
    assertThatThrownBy(() -> spark.sql("SELECT * FROM lake.orders FOR TOMORROW"))
        .isInstanceOf(TemporalParseException.class)
        .hasMessageContaining("(line 1, pos 26)");
    assertThatThrownBy(() -> spark.sql("SELECT * FROM lake.orders FOR TODAY GROUP id"))
        .hasMessageContaining("at or near 'id'")
        .hasMessageContaining("(line 1, pos 42)");
    assertThatThrownBy(() -> spark.sql("SELECT nope FROM lake.orders FOR TODAY"))
        .isInstanceOfSatisfying(
            AnalysisException.class,
            error -> assertThat(error.getQueryContext()[0].fragment()).isEqualTo("nope"));
  }

  private List<String> rows(String sql) {
    return rows(spark.sql(sql));
  }

  private static List<String> rows(org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> result) {
    return result.collectAsList().stream().map(row -> row.mkString(" | ")).sorted().toList();
  }
}
