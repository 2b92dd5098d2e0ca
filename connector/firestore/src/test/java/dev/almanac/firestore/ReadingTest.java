package dev.almanac.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firestore.v1.ListCollectionIdsRequest;
import com.google.firestore.v1.PartitionQueryRequest;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.Value;
import com.google.protobuf.ByteString;
import com.google.type.LatLng;
import dev.almanac.firestore.testing.Documents;
import dev.almanac.firestore.testing.FakeFirestore;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, types, instants, and what happens when the server fails. */
class ReadingTest extends FirestoreTest {

  private void orders() {
    documents.put("users/alice", fields("name", "Alice"));
    documents.put("users/alice/orders/1", fields("total", 10L));
    documents.put("users/alice/orders/2", fields("total", 20L));
    documents.put("users/bob/orders/3", fields("total", 30L));
    documents.put("users/bob/orders/3/items/x", fields("total", 1L));
    documents.put("users\u0001/eve/orders/5", fields("total", 50L));
    documents.put("shops/s/orders/4", fields("total", 40L));
    documents.put("users/bob/archive/a/orders/6", fields("total", 60L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users.alice.orders | 10, 20",
        "users.bob.orders | 30",
        "users.orders | 10, 20, 30",
        "users.`*`.orders | 10, 20, 30",
        "users.bob.orders.`*`.items | 1",
        "users.`*`.orders.`*`.items | 1",
        "`**`.orders | 10, 20, 30, 40, 50, 60",
        "`**`.items | 1"
      })
  void collectionsBelowDocumentsAreTables(String name, String totals) {
    orders();

    for (String partitions : List.of("1", "3")) {
      set("firestore.partitions", partitions);
      assertThat(column("SELECT total FROM " + table(name) + " ORDER BY total"))
          .containsExactly(totals.split(", "));
    }
    assertThat(column("SELECT count(*) FROM " + table(name)))
        .containsExactly(String.valueOf(totals.split(", ").length));
    assertThat(column("SELECT count(*) FROM " + table(name) + " WHERE total = 30"))
        .containsExactly(totals.contains("30") ? "1" : "0");
  }

  @Test
  void tablesAndNamespacesAreListed() {
    orders();

    assertThat(names("SHOW TABLES IN " + table(""))).contains("users", "shops");
    assertThat(names("SHOW TABLES IN " + table("users."))).containsExactly("archive", "orders");
    assertThat(names("SHOW TABLES IN " + table("users.alice."))).containsExactly("orders");
    assertThat(SERVER.requests(ListCollectionIdsRequest.class)).isNotEmpty();
    assertThat(spark().catalog().tableExists(table("users"))).isTrue();
    assertThat(spark().catalog().tableExists(table("nobody"))).isFalse();
  }

  private static List<String> names(String show) {
    return rows(show.replaceFirst("\\.$", "")).stream()
        .map(row -> row.<String>getAs("tableName"))
        .toList();
  }

  @Test
  void hiddenColumnsAreTheDocuments() {
    documents.put("users/alice", fields("n", 1L));

    assertThat(column("SELECT * FROM " + table("users"))).containsExactly("1");
    assertThat(
            rows(
                "SELECT _id, _path, _create_time <= _update_time, n FROM "
                    + table("users")
                    + " WHERE _id = 'alice'"))
        .containsExactly(RowFactory.create("alice", "users/alice", true, 1L));
    assertThat(rows("SELECT n FROM " + table("users") + " WHERE _id = 'bob'")).isEmpty();
    assertThat(column("SELECT n FROM " + table("users") + " WHERE _id > 'a'")).containsExactly("1");
  }

  @Test
  void everyTypeOfFirestoreHasItsColumn() {
    Value point =
        Value.newBuilder()
            .setGeoPointValue(LatLng.newBuilder().setLatitude(52.1).setLongitude(4.3))
            .build();
    Value reference = Value.newBuilder().setReferenceValue(documents.name("users/alice")).build();
    Map<String, Object> vector = fields("__type__", "__vector__", "value", List.of(1.0, 2.0));
    documents.put(
        "all/a",
        fields(
            "nothing",
            null,
            "flag",
            true,
            "whole",
            1L,
            "fraction",
            1.5,
            "moment",
            Instant.parse("2026-01-02T03:04:05.678901Z"),
            "text",
            "x",
            "bytes",
            Value.newBuilder().setBytesValue(ByteString.copyFromUtf8("b")).build(),
            "ref",
            reference,
            "place",
            point,
            "list",
            List.of(reference),
            "nested",
            fields("a", 1L),
            "embedding",
            vector,
            "empty",
            fields(),
            "none",
            List.of()));

    assertThat(
            rows("DESCRIBE " + table("all")).stream()
                .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.get(2)))
        .contains(
            "nothing string json",
            "flag boolean null",
            "whole bigint null",
            "fraction double null",
            "moment timestamp null",
            "text string null",
            "bytes binary null",
            "ref string reference",
            "place struct<latitude:double,longitude:double> null",
            "list array<string> reference",
            "nested struct<a:bigint> null",
            "embedding array<double> null",
            "empty string json",
            "none array<string> json");
    assertThat(
            rows(
                "SELECT ref, place.latitude, list[0], embedding[1], empty, size(none), nothing,"
                    + " CAST(moment AS STRING) FROM "
                    + table("all")
                    + " WHERE place.longitude > 4 AND ref = 'users/alice'"))
        .containsExactly(
            RowFactory.create(
                "users/alice",
                52.1,
                "users/alice",
                2.0,
                "{}",
                0,
                null,
                "2026-01-02 03:04:05.678901"));
  }

  @Test
  void valuesBeyondTheSampleThatDoNotFit() {
    set("firestore.sample-size", "1");
    documents.put("v/a", fields("n", 1L));
    documents.put("v/b", fields("n", "one"));

    assertThat(error(() -> rows("SELECT * FROM " + table("v"))))
        .startsWith("[ALMANAC_INCOMPATIBLE_SCHEMA] Cannot read " + table("v"))
        .contains("in the document v/b, the column n has a value that is a string")
        .contains("firestore.sample-size");
    set("firestore.type-mismatch", "null");
    assertThat(column("SELECT n FROM " + table("v") + " ORDER BY _id"))
        .containsExactly("1", "null");
  }

  @Test
  void aQueryReadsWhatWasThereAtItsInstant() {
    documents.put("users/a", fields("n", 1L));
    String before = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString();
    pause(Duration.between(Instant.now(), Instant.parse(before)).plusMillis(5));
    documents.put("users/a", fields("n", 2L));
    documents.put("users/b", fields("n", 3L));

    assertThat(column("SELECT n FROM " + table("users") + " ORDER BY n")).containsExactly("2", "3");
    assertThat(column("SELECT n FROM " + table("users") + " VERSION AS OF '" + before + "'"))
        .containsExactly("1");
    assertThat(
            column(
                "SELECT n FROM "
                    + table("users")
                    + " TIMESTAMP AS OF '"
                    + before
                    + "' WHERE n = 1"))
        .containsExactly("1");
    assertThat(column("SELECT count(*) FROM " + table("users") + " VERSION AS OF '" + before + "'"))
        .containsExactly("1");
    assertThat(plan("SELECT n FROM " + table("users") + " VERSION AS OF '" + before + "'"))
        .contains("as of: " + before);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(Math.max(0, duration.toMillis()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void instantsOutOfTheWindowAndDaysAreErrors() {
    documents.put("users/a", fields("n", 1L));
    String t = table("users");
    Instant minute = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);

    assertThat(error(() -> rows("SELECT * FROM " + t + " VERSION AS OF '2022-05-01'")))
        .contains("ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE");
    assertThat(error(() -> rows("SELECT * FROM " + t + " VERSION AS OF 'LAST 7 DAYS'")))
        .contains("not divided by dates");
    assertThat(error(() -> rows("SELECT * FROM " + t + " VERSION AS OF '2022-05-01T12:00Z'")))
        .contains("7 days at most");
    assertThat(error(() -> rows("SELECT * FROM " + t + " VERSION AS OF '2122-05-01T12:00Z'")))
        .contains("it is not yet");
    assertThat(
            error(
                () ->
                    rows("SELECT * FROM " + t + " VERSION AS OF '" + minute.plusSeconds(1) + "'")))
        .contains("whole minutes");
    assertThat(error(() -> rows("SELECT * FROM " + t + " VERSION AS OF '" + minute + "'")))
        .contains("ALMANAC_CANNOT_READ_STORE")
        .contains("point-in-time recovery");
  }

  @Test
  void aServerWithoutPartitionsIsReadByOneTask() {
    try (FakeFirestore emulator = FakeFirestore.withoutPartitions()) {
      set("firestore.endpoint", "http://" + emulator.address());
      set("firestore.partitions", "4");
      try (Documents filler = new Documents(emulator.address(), "p")) {
        set("firestore.project-id", "p");
        filler.put("users/a", fields("n", 1L));
      }

      assertThat(column("SELECT n FROM " + table("users"))).containsExactly("1");
      assertThat(emulator.requests(PartitionQueryRequest.class)).isNotEmpty();
    }
  }

  @Test
  void aStreamThatBreaksGoesOnWhereItWas() {
    users(50);
    rows("SELECT * FROM " + table("users"));
    set("firestore.page-size", "20");
    rows("SELECT * FROM " + table("users"));
    SERVER.forget();
    SERVER.fail(RunQueryRequest.class, Status.UNAVAILABLE, 0); // of the planning
    SERVER.fail(RunQueryRequest.class, Status.UNAVAILABLE, 0);
    SERVER.fail(RunQueryRequest.class, Status.UNAVAILABLE.withDescription("gone"), 5);
    SERVER.fail(RunQueryRequest.class, Status.INTERNAL, 13);

    assertThat(column("SELECT _id FROM " + table("users"))).hasSize(50).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERMISSION_DENIED | Missing permissions | roles/datastore.viewer",
        "UNAUTHENTICATED | bad token | the credentials are refused",
        "NOT_FOUND | The database does not exist | has no database (default)",
        "FAILED_PRECONDITION | The query requires an index. You can create it here:"
            + " https://console.firebase.google.com/x | https://console.firebase.google.com/x",
        "FAILED_PRECONDITION | The query requires an index | firestore.push-filters = automatic",
        "INVALID_ARGUMENT | odd | the server refuses the request (odd)",
        "DATA_LOSS | lost | data loss (lost)",
      })
  void errorsOfTheServerSayTheWayOut(Status.Code code, String says, String expected) {
    documents.put("users/a", fields("n", 1L));
    SERVER.fail(RunQueryRequest.class, code.toStatus().withDescription(says), 0);

    assertThat(error(() -> rows("SELECT * FROM " + table("users"))))
        .startsWith("[ALMANAC_CANNOT_READ_STORE] Cannot read " + table("users"))
        .contains("store fs")
        .contains(expected)
        .doesNotContain("Exception", "\n", "\tat");
  }

  @Test
  void whatPassesIsTriedAgainAndWhatStaysIsAnError() {
    documents.put("users/a", fields("n", 1L));
    SERVER.fail(RunQueryRequest.class, Status.RESOURCE_EXHAUSTED, 0);
    SERVER.fail(RunQueryRequest.class, Status.UNAVAILABLE, 0);
    assertThat(column("SELECT n FROM " + table("users"))).containsExactly("1");

    set("firestore.timeout-seconds", "1");
    for (int i = 0; i < 10; i++) {
      SERVER.fail(RunQueryRequest.class, Status.UNAVAILABLE.withDescription("busy"), 0);
    }
    assertThat(error(() -> rows("SELECT * FROM " + table("users")))).contains("no server answers");
  }

  @Test
  void oddSettingsAreErrors() {
    documents.put("users/a", fields("n", 1L));
    set("firestore.emulator-host", "127.0.0.1:1");
    assertThat(error(() -> rows("SELECT * FROM " + table("users")))).contains("both set");
    set("firestore.emulator-host", "");
    assertThat(error(() -> rows("SELECT * FROM " + table("users"))))
        .contains("Invalid value ''", "firestore.emulator-host");
    unset("firestore.emulator-host");
    set("location", "mongodb://x");
    assertThat(error(() -> rows("SELECT * FROM " + table("users"))))
        .contains("firestore://<project>/<database>");
    unset("location");
    assertThat(error(() -> rows("SELECT * FROM " + table("users"))))
        .contains("names no Google Cloud project");
    set("firestore.project-id", "p");
    set("firestore.key-file", "/nowhere/key.json");
    assertThat(error(() -> rows("SELECT * FROM " + table("users")))).contains("without encryption");
  }
}
