package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.docs.Page;
import dev.almanac.docs.Page.Block;
import dev.almanac.docs.Statements;
import dev.almanac.spark.Catalogs;
import dev.almanac.testing.SparkTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of SQL in README.md and below docs/ is run, page by page and in the page's order, in
 * a session of the page's own. A query must give rows, unless its fence says {@code empty}; a block
 * whose fence says {@code error=CONDITION} must fail with that condition.
 */
class DocumentedSqlTest extends SparkTest {

  private static final String CATALOG = "spark.sql.catalog.lake";

  @TempDir private static Path root;

  private static DocumentedLake lake;

  @BeforeAll
  static void fill() {
    lake = new DocumentedLake(root);
    lake.fill();
  }

  @TestFactory
  Stream<DynamicNode> everyBlockRuns() {
    return Page.all().stream()
        .filter(page -> !page.blocks("sql").isEmpty())
        .map(DocumentedSqlTest::page);
  }

  /** Keys in the documentation are keys, with values that they take. */
  @TestFactory
  Stream<DynamicNode> everyCatalogCanBeConfigured() {
    return Page.all().stream()
        .flatMap(
            page ->
                page.blocks("properties").stream()
                    .filter(block -> block.text().contains(CATALOG))
                    .map(
                        block ->
                            dynamicTest(page + " line " + block.line(), () -> configure(block))));
  }

  private static void configure(Block block) {
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.catalog.lake", AlmanacCatalog.class.getName());
    block
        .text()
        .lines()
        .map(line -> line.strip().split("\\s+", 2))
        .filter(setting -> setting[0].startsWith(CATALOG))
        .forEach(setting -> session.conf().set(setting[0], setting[1]));

    assertThat(Catalogs.named(session, "lake")).isInstanceOf(AlmanacCatalog.class);
  }

  private static DynamicNode page(Page page) {
    Session session = new Session(page);
    return dynamicContainer(
        page.toString(),
        page.blocks("sql").stream()
            .map(
                block ->
                    dynamicTest(
                        "line " + block.line(), () -> run(session.get(), block, page.toString()))));
  }

  /** Opened by the page's first block. */
  private static final class Session {

    private final Page page;
    private SparkSession session;

    Session(Page page) {
      this.page = page;
    }

    SparkSession get() throws InterruptedException {
      if (session == null) {
        session = spark().newSession();
        session.conf().set("spark.sql.session.timeZone", "UTC");
        session.conf().set("spark.sql.shuffle.partitions", "2");
        lake.open(session);
        lake.openStores(session, page.path().getFileName().toString());
        TimeUnit.MILLISECONDS.sleep(1100); // so that this second is after what was written
      }
      return session;
    }
  }

  private static void run(SparkSession session, Block block, String page) {
    String where = page + ":" + block.line();
    String condition = block.value("error");
    List<String> statements = Statements.of(lake.adapted(block.text()));
    assertThat(statements).as(where).isNotEmpty();
    for (int i = 0; i < statements.size(); i++) {
      String sql = statements.get(i);
      if (!condition.isEmpty() && i == statements.size() - 1) {
        assertThatThrownBy(() -> session.sql(sql).collectAsList())
            .as(where)
            .satisfies(
                error ->
                    assertThat(((SparkThrowable) error).getCondition())
                        .as(where + " " + error.getMessage())
                        .isEqualTo(condition));
      } else {
        List<Row> rows = rows(session, sql, where);
        if (asks(sql) && !block.info().contains("empty")) {
          assertThat(rows).as(where + " " + sql).isNotEmpty();
        }
      }
    }
  }

  private static List<Row> rows(SparkSession session, String sql, String where) {
    try {
      return session.sql(sql).collectAsList();
    } catch (Exception e) { // Spark's are checked ones, thrown unchecked
      throw new AssertionError(where + " cannot be run: " + sql, e);
    }
  }

  private static boolean asks(String sql) {
    String start = sql.toUpperCase(Locale.ROOT);
    return Stream.of("SELECT", "WITH", "SHOW", "DESCRIBE").anyMatch(start::startsWith);
  }
}
