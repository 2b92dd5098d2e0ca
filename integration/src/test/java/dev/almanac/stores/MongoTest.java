package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.almanac.AlmanacException;
import dev.almanac.testing.SparkTest;
import dev.almanac.wire.MongoTestServer;
import dev.almanac.wire.RecordingBackend;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;

/** A test with a catalog of its own over a database of the server in memory. */
abstract class MongoTest extends SparkTest {

  protected static final MongoTestServer SERVER = MongoTestServer.shared();

  protected String catalog;
  protected String collection;

  @BeforeEach
  void register() {
    catalog = newCatalog();
    collection = "c" + UUID.randomUUID().toString().substring(0, 8);
    set("connector", "mongodb");
    set("location", SERVER.uri() + "/" + database().getName());
  }

  /** Sets a key of the store {@code m}. */
  protected void set(String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + ".store.m." + key, value);
  }

  protected MongoDatabase database() {
    return SERVER.client().getDatabase("wire");
  }

  protected MongoCollection<Document> documents() {
    return database().getCollection(collection);
  }

  /** Fills the test's collection. */
  protected void insert(Document... documents) {
    documents().insertMany(Arrays.asList(documents));
  }

  /** The test's collection in SQL. */
  protected String table() {
    return catalog + ".m." + collection;
  }

  protected static RecordingBackend wire() {
    return SERVER.backend();
  }

  /** The aggregations of a query on the test's collection, as the server got them. */
  protected List<String> asked(String sql) {
    wire().forget();
    rows(sql);
    return wire().commands("aggregate", collection).stream().map(MongoTest::compact).toList();
  }

  /** {@code {"a" : 1}} as {@code {'a':1}}. */
  private static String compact(String json) {
    return json.replace('"', '\'').replace("\\\\", "\\").replaceAll("\\s*([:,{}\\[\\]])\\s*", "$1");
  }

  protected static String plan(String sql) {
    return String.join("\n", column("EXPLAIN FORMATTED " + sql));
  }

  /** Expects an error of ours with a message that is a sentence and shows no secret. */
  protected static AbstractStringAssert<?> error(ThrowingCallable query) {
    Throwable thrown = catchThrowable(query);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof AlmanacException ours) {
        return assertThat(ours.getMessage())
            .startsWith("[ALMANAC_")
            .doesNotContain("\tat ", "\n", "Exception", "hunter2");
      }
    }
    throw new AssertionError("Expected an error of Almanac's, but got " + thrown, thrown);
  }
}
