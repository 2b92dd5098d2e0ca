package dev.almanac.firestore;

import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.StructuredQuery;
import dev.almanac.AlmanacException;
import dev.almanac.firestore.testing.Documents;
import dev.almanac.firestore.testing.FakeFirestore;
import dev.almanac.testing.SparkTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a catalog over a server that all tests of the JVM share, in a project of its own. */
abstract class FirestoreTest extends SparkTest {

  protected static final FakeFirestore SERVER = new FakeFirestore();
  private static final AtomicInteger PROJECTS = new AtomicInteger();

  protected String catalog;
  protected Documents documents;

  @BeforeEach
  void openStore() {
    String project = "project-" + PROJECTS.incrementAndGet();
    catalog = newCatalog();
    documents = new Documents(SERVER.address(), project);
    set("connector", "firestore");
    set("location", "firestore://" + project);
    set("firestore.endpoint", "http://" + SERVER.address());
    SERVER.forget();
  }

  @AfterEach
  void closeClient() {
    documents.close();
  }

  /** Sets a key of the store. */
  protected void set(String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + ".store.fs." + key, value);
  }

  protected void unset(String key) {
    spark().conf().unset("spark.sql.catalog." + catalog + ".store.fs." + key);
  }

  protected String table(String name) {
    return catalog + ".fs." + name;
  }

  /** A document's fields, of names and values in turn. */
  protected static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** Fills {@code users} with as many documents, {@code u0000} and so on, of n, even and name. */
  protected void users(int count) {
    Map<String, Map<String, Object>> users = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      users.put(
          String.format("users/u%04d", i), fields("n", i, "even", i % 2 == 0, "name", "name " + i));
    }
    documents.put(users);
  }

  /** What the tasks of a query asked, without what was asked to plan it. */
  protected List<StructuredQuery> asked(String sql) {
    rows(sql); // so that the sample is taken
    SERVER.forget();
    rows(sql);
    return SERVER.requests(RunQueryRequest.class).stream()
        .skip(1) // whether there is such a collection
        .map(RunQueryRequest::getStructuredQuery)
        .toList();
  }

  protected static String plan(String sql) {
    return String.join("\n", column("EXPLAIN " + sql));
  }

  /** The message of the error of ours that a query ends with. */
  protected static String error(ThrowingCallable query) {
    for (Throwable it = Assertions.catchThrowable(query); it != null; it = it.getCause()) {
      if (it instanceof AlmanacException) {
        return it.getMessage();
      }
    }
    throw new AssertionError("expected an error of Almanac's");
  }
}
