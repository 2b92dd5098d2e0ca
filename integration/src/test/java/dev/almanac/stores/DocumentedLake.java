package dev.almanac.stores;

import dev.almanac.firestore.testing.FakeFirestore;
import dev.almanac.generate.ExampleLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.bson.types.ObjectId;

/**
 * What the documentation's SQL reads: the lake that {@code ./almanac generate --example /tmp/lake}
 * writes, below a folder in place of {@code /}, and servers.
 */
final class DocumentedLake {

  private static final DateTimeFormatter MABEL =
      DateTimeFormatter.ofPattern("'year_'yyyy/'month_'MM/'day_'dd").withZone(ZoneOffset.UTC);

  private final Path root;
  private final String id = "docs" + UUID.randomUUID().toString().substring(0, 8);

  DocumentedLake(Path root) {
    this.root = root;
  }

  /** An absolute path of the documentation, where the test has it. */
  String path(String documented) {
    return root + documented;
  }

  void fill() {
    try {
      new ExampleLake(root.resolve("tmp/lake")).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the pages' examples of configuration come to. */
  void open(SparkSession session) {
    set(session, "spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog");
    set(session, "spark.sql.catalog.lake.location", path("/tmp/lake/data"));
    set(session, "spark.sql.catalog.lake.now", ExampleLake.NOW.toString());
    set(session, "spark.sql.catalog.ice", "org.apache.iceberg.spark.SparkCatalog");
    set(session, "spark.sql.catalog.ice.type", "hadoop");
    set(session, "spark.sql.catalog.ice.warehouse", path("/ice-" + UUID.randomUUID()));
  }

  private static void set(SparkSession session, String key, String value) {
    session.conf().set(key, value);
  }

  /** The stores of a page about a kind of store, on the server of that kind. */
  void openStores(SparkSession session, String page) {
    switch (page) {
      case "s3.md" -> {
        register(session, "sales", Servers.s3(), "warehouse/sales", "orders");
        register(session, "events", Servers.s3(), "events/raw", "clicks");
      }
      case "gcs.md" -> register(session, "sales", Servers.gcs(), "warehouse/sales", "orders");
      case "mongodb.md" -> {
        MongoDocuments shop = MongoDocuments.inMemory(id);
        if (shop.client().getDatabase(id).getCollection("orders").countDocuments() == 0) {
          shop.add(
              "orders",
              List.of(Map.of("_id", new ObjectId("5f0000000000000000000001"), "total", 9.5)));
        }
        register(session, "shop", shop.location(), shop.options());
      }
      case "firestore.md" -> {
        FirestoreCollections app =
            new FirestoreCollections(new FakeFirestore().address(), "my-project");
        app.add("users", List.of(Map.of("name", "Ada")));
        register(session, "fs", app.location(), app.options());
      }
      default -> {
        // other pages have no stores of their own
      }
    }
  }

  private void register(
      SparkSession session, String prefix, TestStore store, String folder, String dataset) {
    String yesterday = MABEL.format(ExampleLake.NOW.minus(Duration.ofDays(1)));
    store.put(
        id + "/" + folder + "/" + dataset + "/" + yesterday + "/a.jsonl",
        "{\"id\": 1, \"customer\": 1}\n");
    register(session, prefix, store.location(id + "/" + folder), store.options());
  }

  private static void register(
      SparkSession session, String prefix, String location, Map<String, String> options) {
    Map<String, String> keys = new HashMap<>(options);
    keys.put("location", location);
    keys.forEach(
        (key, value) -> set(session, "spark.sql.catalog.lake.store." + prefix + "." + key, value));
  }

  /** A statement with paths and instants that there are. */
  String adapted(String sql) {
    String adapted = sql.replaceAll("(['`])(/(?:data|archive|mnt|tmp)\\b)", "$1" + root + "$2");
    String now = Instant.now().toString().substring(0, 19);
    return adapted
        .replaceAll("'2026-11-21T10:20Z'", "'" + now + "Z'")
        .replaceAll("'2026-11-21 10:20:00'", "'" + now + "'");
  }
}
