package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.wire.RecordingBackend.Refusal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.RowFactory;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MongoDB is asked, read off the wire. */
class MongoWireTest extends MongoTest {

  private static final ObjectId FIRST = new ObjectId("5f0000000000000000000001");
  private static final ObjectId SECOND = new ObjectId("5f0000000000000000000002");

  @BeforeEach
  void twoOrders() {
    insert(
        new Document("_id", FIRST)
            .append("name", "Ann")
            .append("price", 10)
            .append("rate", 0.5)
            .append("paid", true)
            .append("at", Date.from(Instant.parse("2024-01-01T00:00:00Z")))
            .append("to", new Document("city", "Rome").append("zip", 1)),
        new Document("_id", SECOND)
            .append("name", "Bob")
            .append("price", 20)
            .append("rate", 1.5)
            .append("paid", false)
            .append("at", Date.from(Instant.parse("2024-01-02T00:00:00Z")))
            .append("to", new Document("city", "Oslo").append("zip", 2)));
    rows("DESCRIBE " + table()); // the sample is taken
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "price = 10 | {'price':{'$eq':10}}",
        "price <> 10 | {'price':{'$nin':[10,null]}}",
        "price > 10 | {'price':{'$gt':10}}",
        "10 < price | {'price':{'$gt':10}}",
        "price <= 10 | {'price':{'$lte':10}}",
        "price IN (10, 20) | {'price':{'$in':[10,20]}}",
        "price NOT IN (10, 30) | {'price':{'$nin':[10,30,null]}}",
        "price IS NULL | {'price':{'$eq':null}}",
        "rate > 1D | {'$or':[{'rate':{'$gt':1.0}},{'rate':{'$eq':NaN}}]}",
        "rate < 1D | {'rate':{'$lt':1.0}}",
        "name = 'Ann' | {'name':{'$eq':'Ann'}}",
        "name > 'A.' | {'name':{'$gt':'A.'}}",
        "name LIKE 'A.%' | {'name':{'$regex':'^A\\.'}}",
        "name LIKE '%n' | {'name':{'$regex':'n\\z'}}",
        "name LIKE '%(%' | {'name':{'$regex':'\\('}}",
        "paid | {'paid':{'$eq':true}}",
        "NOT paid | {'paid':{'$nin':[true,null]}}",
        "to.city = 'Rome' | {'to.city':{'$eq':'Rome'}}",
        "price = 10 OR name = 'Bob' | {'$or':[{'price':{'$eq':10}},{'name':{'$eq':'Bob'}}]}",
      })
  void filtersGoToTheServerAndSparkDoesNotRepeatThem(String filter, String query) {
    String sql = "SELECT price FROM " + table() + " WHERE " + filter;

    List<String> asked = asked(sql);

    assertThat(asked).last().asString().contains("'$match':", query);
    assertThat(asked).last().asString().contains("'$project':{'price':1,'_id':0}");
    assertThat(plan(sql)).doesNotContain("Filter (");
  }

  @Test
  void datesGoToTheServerAsDates() {
    assertThat(asked("SELECT price FROM " + table() + " WHERE at >= TIMESTAMP '2024-01-02'"))
        .last()
        .asString()
        .contains("{'at':{'$gte':");
    assertThat(
            column(
                "SELECT price FROM "
                    + table()
                    + " WHERE at > TIMESTAMP '2024-01-01 00:00:00.0001'"))
        .containsExactly("20");
  }

  @Test
  void theKeyIsTextThatFindsTheObjectId() {
    String sql = "SELECT name FROM " + table() + " WHERE _id = '" + FIRST.toHexString() + "'";

    assertThat(column(sql)).containsExactly("Ann");
    assertThat(asked(sql)).last().asString().contains("'$in':['" + FIRST.toHexString() + "',");
    assertThat(column("SELECT name FROM " + table() + " WHERE _id > '" + FIRST + "'"))
        .containsExactly("Bob");
    assertThat(column("SELECT name FROM " + table() + " WHERE _id <> '" + FIRST + "'"))
        .containsExactly("Bob");
    assertThat(column("SELECT name FROM " + table() + " WHERE _id IN ('x', '" + SECOND + "')"))
        .containsExactly("Bob");
    assertThat(column("SELECT name FROM " + table() + " WHERE _id = 'x'")).isEmpty();
  }

  @Test
  void aCountIsOneNumberFromTheServer() {
    String sql = "SELECT count(*) FROM " + table() + " WHERE price > 10";

    assertThat(asked(sql)).singleElement().asString().contains("'$count':'n'");
    assertThat(column(sql)).containsExactly("1");
    assertThat(column("SELECT count(1) FROM " + table())).containsExactly("2");
    assertThat(plan(sql)).contains("PushedAggregation: [count(*)]");
  }

  @Test
  void aCountThatNeedsSparksFilterIsSparks() {
    String sql = "SELECT count(*) FROM " + table() + " WHERE upper(name) = 'ANN'";

    assertThat(asked(sql)).noneMatch(pipeline -> pipeline.contains("$count"));
    assertThat(column(sql)).containsExactly("1");
  }

  @Test
  void aLimitIsTheServers() {
    String sql = "SELECT name FROM " + table() + " LIMIT 1";

    assertThat(asked(sql)).singleElement().asString().contains("'$limit':1");
    assertThat(plan(sql)).contains("PushedLimit: 1", "partitioner: single");
    assertThat(asked("SELECT name FROM " + table() + " WHERE upper(name) = 'BOB' LIMIT 1"))
        .noneMatch(pipeline -> pipeline.contains("$limit"));
  }

  @Test
  void onlyWhatIsReadIsAskedFor() {
    assertThat(asked("SELECT name, to.city FROM " + table()))
        .last()
        .asString()
        .contains("'$project':{'name':1,'to':1,'_id':0}");
    assertThat(asked("SELECT 1 FROM " + table())).last().asString().contains("{'_id':1}");
  }

  @Test
  void explainShowsWhatTheServerIsAsked() {
    assertThat(plan("SELECT name FROM " + table() + " WHERE price > 10"))
        .contains(
            "(almanac) mongodb: wire." + collection,
            "{\"price\": {\"$gt\": 10}}",
            "{\"$project\": {\"name\": 1, \"_id\": 0}}]",
            "partitioner: auto-bucket");
  }

  @Test
  void aSampleIsTakenOnceAndAgainAfterRefresh() {
    wire().forget();
    rows("SELECT name FROM " + table());
    assertThat(samples()).isZero();

    insert(new Document("_id", 3).append("added", 1L));
    assertThat(rows("DESCRIBE " + table())).noneMatch(row -> row.getString(0).equals("added"));

    spark().sql("REFRESH TABLE " + table());
    assertThat(rows("DESCRIBE " + table())).anyMatch(row -> row.getString(0).equals("added"));
    assertThat(samples()).isEqualTo(1);
  }

  private long samples() {
    return wire().commands("aggregate", collection).stream()
        .filter(command -> command.contains("$sample"))
        .count();
  }

  @Test
  void statisticsLetASmallCollectionBeBroadcast() {
    spark().conf().set("spark.sql.adaptive.enabled", "false");
    try {
      assertThat(
              plan(
                  "SELECT big.id FROM range(100000000) big JOIN "
                      + table()
                      + " small ON big.id = small.price"))
          .contains("BroadcastHashJoin")
          .doesNotContain("SortMergeJoin");
    } finally {
      spark().conf().unset("spark.sql.adaptive.enabled");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto-bucket", "sample", "paginate-by-size"})
  void withoutTheRightToStatisticsACollectionIsReadByOneTask(String partitioner) {
    set("mongodb.partitioner", partitioner);
    wire().refuseStatistics(collection, NOT_AUTHORIZED);

    assertThat(spark().sql("SELECT name FROM " + table()).javaRDD().getNumPartitions())
        .isEqualTo(1);
    assertThat(column("SELECT name FROM " + table() + " ORDER BY name"))
        .containsExactly("Ann", "Bob");
    assertThat(column("SELECT count(*) FROM " + table())).containsExactly("2");
  }

  /** As servers that only speak MongoDB's protocol do. */
  @Test
  void withoutSamplesTheFirstDocumentsGiveTheColumns() {
    wire()
        .refuse("$sample", collection, new Refusal(238, "NotImplemented", "$sample is not there"));
    spark().sql("REFRESH TABLE " + table());

    assertThat(asked("SELECT name FROM " + table() + " WHERE price > 0"))
        .anyMatch(pipeline -> pipeline.contains("{'$limit':1000}"));
    assertThat(column("SELECT name FROM " + table() + " ORDER BY name"))
        .containsExactly("Ann", "Bob");
  }

  @Test
  void withoutTheRightToReadAWayOutIsNamed() {
    wire().refuse("aggregate", collection, NOT_AUTHORIZED);
    error(() -> rows("SELECT name FROM " + table()))
        .contains("ALMANAC_CANNOT_READ_STORE", "store m", "role read", SERVER.address())
        .contains("not authorized on wire");
  }

  private static final Refusal NOT_AUTHORIZED =
      new Refusal(13, "Unauthorized", "not authorized on wire to execute command");

  @Test
  void aViewIsReadInOnePartWithoutStatistics() {
    wire().describe(collection, "view", options("viewOn", "x"));

    assertThat(asked("SELECT name FROM " + table()))
        .singleElement()
        .asString()
        .doesNotContain("$collStats");
    assertThat(plan("SELECT name FROM " + table())).contains("partitioner: single");
  }

  @Test
  void textsOfACollectionWithALanguagesRulesAreSparksToCompare() {
    wire().describe(collection, "collection", options("collation", options("locale", "en")));

    assertThat(asked("SELECT price FROM " + table() + " WHERE name <> 'ann'"))
        .noneMatch(pipeline -> pipeline.contains("'ann'"));
  }

  private static de.bwaldvogel.mongo.bson.Document options(String key, Object value) {
    return new de.bwaldvogel.mongo.bson.Document(key, value);
  }

  @ParameterizedTest
  @CsvSource({
    "auto-bucket, chunkSize, 1",
    "sample, partition.size, 1",
    "paginate-by-size, partition.size, 1",
    "paginate-into-partitions, max.number.of.partitions, 4",
  })
  void partitionersDivideACollectionAndLoseNothing(String partitioner, String key, String value) {
    set("mongodb.partitioner", partitioner);
    set("mongodb.partitioner.options." + key, value);
    String text = "x".repeat(600);
    documents()
        .insertMany(
            IntStream.range(0, 4000)
                .mapToObj(i -> new Document("_id", i).append("price", i).append("name", text))
                .toList());

    assertThat(spark().sql("SELECT price FROM " + table()).javaRDD().getNumPartitions())
        .isGreaterThan(1);
    assertThat(rows("SELECT count(price), count(DISTINCT price), sum(price) FROM " + table()))
        .containsExactly(RowFactory.create(4002L, 4000L, 7998030L)); // keys of two types
    assertThat(rows("SELECT price FROM " + table() + " WHERE price >= 100 LIMIT 11000"))
        .hasSize(3900);
    assertThat(plan("SELECT price FROM " + table())).contains("partitioner: " + partitioner);
  }
}
