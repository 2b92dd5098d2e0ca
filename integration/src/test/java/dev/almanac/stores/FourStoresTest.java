package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.almanac.firestore.testing.FakeFirestore;
import dev.almanac.testing.Lake;
import dev.almanac.testing.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example {@code examples/sql/four-stores.sql}: S3, GCS, MongoDB and Firestore in one query.
 */
class FourStoresTest extends SparkTest {

  private static String sql;

  @BeforeAll
  static void fill(@TempDir Path folder) throws IOException {
    String catalog = newCatalog();
    sql =
        Files.readString(Path.of("..", "examples", "sql", "four-stores.sql"))
            .replace("lake.", catalog + ".");
    String root = UUID.randomUUID().toString();
    orders(folder, root);
    visits(root);
    MongoDocuments customers = MongoDocuments.inMemory("four" + root.substring(0, 8));
    customers.add(
        "customers",
        List.of(
            Map.of("customer", 1L, "name", "Ada", "country", "DE"),
            Map.of("customer", 2L, "name", "Bob", "country", "FR"),
            Map.of("customer", 3L, "name", "Cleo", "country", "DE")));
    FirestoreCollections profiles =
        new FirestoreCollections(new FakeFirestore().address(), "four-stores");
    profiles.add(
        "profiles",
        List.of(
            Map.of("customer", 1L, "level", "gold", "active", true),
            Map.of("customer", 2L, "level", "gold", "active", true),
            Map.of("customer", 3L, "level", "none", "active", false)));

    register(catalog, "sales", Servers.s3().location(root), Servers.s3().options());
    register(catalog, "web", Servers.gcs().location(root), Servers.gcs().options());
    register(catalog, "crm", customers.location(), customers.options());
    register(catalog, "app", profiles.location(), profiles.options());
  }

  private static void orders(Path folder, String root) throws IOException {
    for (int day = 1; day <= 2; day++) {
      new Lake(folder)
          .parquet(
              spark(),
              day + ".parquet",
              "SELECT id AS customer, id * %d AS amount FROM range(1, 4)".formatted(day * 10));
      Servers.s3()
          .put(
              root + "/orders/year_2024/month_01/day_0" + day + "/a.parquet",
              Files.readAllBytes(folder.resolve(day + ".parquet")));
    }
  }

  private static void visits(String root) {
    for (int day = 1; day <= 2; day++) {
      String lines =
          "{\"customer\":1,\"page\":\"p%d\"}\n{\"customer\":2,\"page\":\"q%d\"}\n"
              .formatted(day, day);
      Servers.gcs()
          .put(
              root + "/visits/year_2024/month_01/day_0" + day + "/a.jsonl.zst",
              Zstd.compress(lines.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void register(
      String catalog, String prefix, String location, Map<String, String> options) {
    String start = "spark.sql.catalog." + catalog + ".store." + prefix + ".";
    spark().conf().set(start + "location", location);
    options.forEach((key, value) -> spark().conf().set(start + key, value));
  }

  @Test
  void allFourAreJoined() {
    assertThat(rows(sql).stream().map(Row::toString))
        .containsExactly("[Ada,20,p1,gold]", "[Ada,20,p2,gold]");
  }

  @Test
  void theirPlansSayWhatEachIsAsked() {
    String plan = spark().sql(sql).queryExecution().toString();

    assertThat(plan)
        .as("Parquet on S3: the day, and a filter for its row groups")
        .contains("dates: 2024-01-02,", "GreaterThan(amount,10)")
        .as("JSON lines on GCS: two days")
        .contains("dates: 2024-01-01 .. 2024-01-02,", "files: 2,")
        .as("MongoDB: a pipeline")
        .contains(
            "{\"country\": {\"$eq\": \"DE\"}}", "{\"$project\": {\"customer\": 1, \"name\": 1")
        .as("Firestore: a filter, and fields")
        .contains("PushedFilters: [p.active]", "Fields: [customer, level]");
  }
}
