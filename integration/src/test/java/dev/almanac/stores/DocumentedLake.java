package dev.almanac.stores;

import dev.almanac.firestore.testing.FakeFirestore;
import dev.almanac.testing.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.bson.types.ObjectId;

/**
 * The data that the documentation's SQL speaks of, at its "now", which is 2022-06-15 10:20 UTC: a
 * folder in place of {@code /}, with {@code /data} and {@code /archive} in it, and servers.
 */
final class DocumentedLake {

  private static final LocalDate TODAY = LocalDate.of(2022, 6, 15);
  private static final DateTimeFormatter MABEL =
      DateTimeFormatter.ofPattern("'year_'yyyy/'month_'MM/'day_'dd");

  /** From this day on, orders have a discount. */
  private static final LocalDate CHANGE = LocalDate.of(2022, 6, 1);

  private final Path root;
  private final Lake lake;
  private final String id = "docs" + UUID.randomUUID().toString().substring(0, 8);

  DocumentedLake(Path root) {
    this.root = root;
    this.lake = new Lake(root);
  }

  /** An absolute path of the documentation, where the test has it. */
  String path(String documented) {
    return root + documented;
  }

  void fill() {
    for (LocalDate day = LocalDate.of(2022, 4, 28); !day.isAfter(TODAY); day = day.plusDays(1)) {
      boolean missing = day.getMonthValue() == 5 && (day.getDayOfMonth() / 2 == 10);
      if (!missing) {
        order("/data/sales/orders/", day);
        order("/data/orders/", day);
      }
    }
    order("/archive/sales/orders/", LocalDate.of(2021, 6, 1));
    order("/archive/returns/", TODAY);
    for (int hour = 0; hour <= 10; hour++) {
      lake.file(
          "data/web/visits/%s/by_hour/hour=%02d/a.jsonl".formatted(TODAY.format(MABEL), hour),
          "{\"customer\": 1, \"page\": \"/%d\"}\n".formatted(hour));
    }
    lake.file("data/reference/customers.csv", "customer,name\n1,Ada\n2,Bob\n");
    lake.file("data/sales/prices.csv", "item,price\nA,1.5\n");
    lake.file("data/sales/orders-2024/a.jsonl", "{\"id\": 1}\n");
  }

  /** The 13th was written anew on the 14th; the 14th is being written anew. */
  private void order(String dataset, LocalDate day) {
    String folder = dataset.substring(1) + day.format(MABEL) + "/";
    if (dataset.startsWith("/data") && day.equals(TODAY.minusDays(2))) {
      frame(folder + "as_at_20220613-230000/", day, 1, true);
      frame(folder + "as_at_20220614-120000/", day, 2, true);
    } else if (dataset.startsWith("/data") && day.equals(TODAY.minusDays(1))) {
      frame(folder + "as_at_20220614-230000/", day, 1, true);
      frame(folder + "as_at_20220615-090000/", day, 2, false);
    } else {
      lake.file(folder + "a.jsonl", rows(day, 1));
    }
  }

  private void frame(String folder, LocalDate day, int factor, boolean complete) {
    lake.file(folder + "a.jsonl", rows(day, factor));
    if (complete) {
      lake.mark(folder + "frame.complete");
    }
  }

  private static String rows(LocalDate day, int factor) {
    StringBuilder rows = new StringBuilder();
    List<String> countries = List.of("DE", "FR", "NL");
    for (int i = 0; i < countries.size(); i++) {
      rows.append(
          "{\"id\": %d, \"customer\": %d, \"country\": \"%s\", \"price\": %d.5, \"ordered_on\": \"%s\", \"note\": \"n\"%s}\n"
              .formatted(
                  day.toEpochDay() * 10 + i,
                  i + 1,
                  countries.get(i),
                  (i + 1) * factor,
                  i == 2 ? day.minusDays(1) : day,
                  day.isBefore(CHANGE) ? "" : ", \"discount\": 0.1"));
    }
    return rows.toString();
  }

  /** What the pages' examples of configuration come to. */
  void open(SparkSession session) {
    set(session, "spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog");
    set(session, "spark.sql.catalog.lake.location", path("/data"));
    set(session, "spark.sql.catalog.lake.now", "2022-06-15T10:20:00Z");
    set(session, "spark.sql.catalog.lake.json.dateFormat", "yyyy-MM-dd");
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
    String yesterday = TODAY.minusDays(1).format(MABEL);
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
