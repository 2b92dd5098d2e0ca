package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.RowFactory;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, settings, secrets and errors of a store of collections. */
class MongoStoreTest extends MongoTest {

  private static final String RIGHT = "reader:p%40ss%3Aw%2Frd@";
  private static final String WRONG = "reader:hunter2@";
  private static final String SHA = "/?authMechanism=SCRAM-SHA-256&authSource=admin";

  @BeforeEach
  void aDocument() {
    insert(new Document("_id", 1).append("v", "x"));
  }

  /** A store without a database of its own. */
  private void register(String prefix, String location) {
    String start = "spark.sql.catalog." + catalog + ".store." + prefix + ".";
    spark().conf().set(start + "connector", "mongodb");
    spark().conf().set(start + "location", location);
  }

  private static List<String> names(String sql, String column) {
    return rows(sql).stream().map(row -> row.<String>getAs(column)).toList();
  }

  @Test
  void databasesAreNamespaces() {
    String database = "db-" + UUID.randomUUID().toString().substring(0, 8);
    SERVER.client().getDatabase(database).getCollection("a.b").insertOne(new Document("v", 1));
    register("all", SERVER.uri());

    assertThat(names("SHOW NAMESPACES IN " + catalog + ".all", "namespace"))
        .contains("all.`" + database + "`", "all.wire")
        .noneMatch(name -> name.endsWith("admin") || name.endsWith("local"));
    assertThat(names("SHOW TABLES IN " + catalog + ".all.`" + database + "`", "tableName"))
        .containsExactly("a.b");
    assertThat(column("SELECT v FROM " + catalog + ".all.`" + database + "`.`a.b`"))
        .containsExactly("1");
    assertThat(column("SELECT v FROM " + catalog + ".all.`" + database + "`.a.b"))
        .containsExactly("1");
    assertThatThrownBy(() -> rows("SHOW TABLES IN " + catalog + ".all.nosuch"))
        .hasMessageContaining("SCHEMA_NOT_FOUND");
    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".all.nosuch.orders"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    SERVER.client().getDatabase(database).drop();
  }

  @Test
  void theServersOwnCollectionsAreNotListed() {
    assertThat(names("SHOW TABLES IN " + catalog + ".m", "tableName"))
        .contains(collection)
        .noneMatch(name -> name.startsWith("system."));
    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".m.`system.profile`"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void aCommaOrAStarIsAPartOfAName() {
    for (String name : List.of(collection + ",x", collection + "*", "*", collection + "\\x")) {
      database().getCollection(name).insertOne(new Document("v", name));
      if (name.indexOf('\\') < 0) {
        assertThat(column("SELECT v FROM " + catalog + ".m.`" + name + "`")).containsExactly(name);
      }
      database().getCollection(name).drop();
    }
  }

  @Test
  void datesAreRefused() {
    error(() -> rows("SELECT * FROM " + table() + " FOR '2024-01-01'"))
        .contains("ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE", table(), "Leave the clause out");
  }

  @Test
  void collectionsJoinDatedFolders(@TempDir Path folder) {
    new Lake(folder)
        .file("orders/year_2024/month_01/day_02/o.jsonl", "{\"customer\":\"x\",\"n\":3}\n");
    spark().conf().set("spark.sql.catalog." + catalog + ".location", folder.toString());

    assertThat(
            rows(
                "SELECT o.n, c.v FROM "
                    + catalog
                    + ".orders FOR '2024-01-02' o JOIN "
                    + table()
                    + " c ON o.customer = c.v"))
        .containsExactly(RowFactory.create(3L, "x"));
  }

  @Test
  void aUserLogsIn() {
    set("mongodb.uri", "mongodb://" + RIGHT + SERVER.address() + SHA);

    assertThat(column("SELECT v FROM " + table())).containsExactly("x");
  }

  @Test
  void theConnectionMayStandInAFile(@TempDir Path folder) {
    new Lake(folder).file("uri", "mongodb://" + RIGHT + SERVER.address() + SHA + "\n");
    set("mongodb.uri", "${file:" + folder.resolve("uri") + "}");

    assertThat(column("SELECT v FROM " + table())).containsExactly("x");
  }

  @Test
  void aWrongPasswordIsSaidWithoutShowingIt() {
    set("mongodb.uri", "mongodb://" + WRONG + SERVER.address() + SHA);

    error(() -> rows("SELECT v FROM " + table()))
        .contains("ALMANAC_CANNOT_READ_STORE", "store m", "refused the credentials", "authSource");
    error(() -> rows("SHOW TABLES IN " + catalog + ".m")).contains("refused the credentials");
  }

  @Test
  void secretsAreShownNowhere() {
    String secret = "p%40ss%3Aw%2Frd";
    set("mongodb.uri", "mongodb://" + RIGHT + SERVER.address() + SHA);

    for (String sql :
        List.of(
            "EXPLAIN EXTENDED SELECT v FROM " + table(),
            "EXPLAIN FORMATTED SELECT count(*) FROM " + table(),
            "DESCRIBE EXTENDED " + table(),
            "SHOW TBLPROPERTIES " + table(),
            "DESCRIBE NAMESPACE EXTENDED " + catalog + ".m",
            "SHOW NAMESPACES IN " + catalog)) {
      assertThat(rows(sql).toString()).as(sql).doesNotContain(secret).doesNotContain("reader:");
    }
    assertThat(spark().sql("SELECT v FROM " + table()).queryExecution().toString())
        .doesNotContain(secret);
    assertThat(rows("DESCRIBE EXTENDED " + table()).toString())
        .contains("[Location," + SERVER.uri() + "/wire", collection);
  }

  @Test
  void aServerThatIsDownIsSaidInTime() {
    set("mongodb.uri", "mongodb://" + WRONG + "127.0.0.1:1/");
    set("mongodb.options.serverSelectionTimeoutMS", "300");

    error(() -> rows("SELECT v FROM " + table()))
        .contains("no server answered within 0.3 s", "Connection refused")
        .contains("serverSelectionTimeoutMS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mongodb.partitioner | autobucket | auto-bucket, sample, paginate-by-size",
        "mongodb.partitioner.options.chunksizes | 5 | (did you mean mongodb.partitioner.options.chunkSize?)",
        "mongodb.options.readPreferense | nearest | (did you mean mongodb.options.readPreference?)",
        "mongodb.options.readPreference | secundary | (did you mean secondary?)",
        "mongodb.options.mode | lenient | FAILFAST, PERMISSIVE, DROPMALFORMED",
        "mongodb.options.aggregation.pipeline | [{ | it takes a stage such as",
        "mongodb.sample-size | many | whole number",
        "mongodb.uri | reader:hunter2 | mongodb://host:port/database",
        "mongodb.partitioner.options.partition.size | 5 | fieldList, chunkSize, samplesPerPartition",
        "mongodb.options.maxPoolSize | lots | whole number of connections",
        "mongodb.uri | mongodb://reader:hunter2@a:b:c/ | percent-encoded",
        "mongodb.uri | mongodb://reader:hun/ter2@host/ | percent-encoded",
      })
  void whatIsUnknownIsAnErrorThatListsWhatIsValid(String key, String value, String said) {
    set(key, value);

    error(() -> rows("SELECT v FROM " + table()))
        .contains("ALMANAC_INVALID_OPTION", said)
        .doesNotContain("ter2");
  }

  @Test
  void readPreferencesAndPipelinesArePassedOn() {
    insert(new Document("_id", 2).append("v", "y").append("hidden", true));
    set("mongodb.options.readPreference", "secondaryPreferred");
    set("mongodb.options.comment", "from almanac");
    set("mongodb.options.aggregation.pipeline", "{\"$match\": {\"hidden\": {\"$ne\": true}}}");

    wire().forget();
    assertThat(column("SELECT v FROM " + table())).containsExactly("x");
    assertThat(column("SELECT count(*) FROM " + table())).containsExactly("1");
    assertThat(wire().commands("aggregate", collection))
        .allMatch(command -> command.contains("hidden") || command.contains("$collStats"))
        .anyMatch(command -> command.contains("from almanac"));
  }
}
