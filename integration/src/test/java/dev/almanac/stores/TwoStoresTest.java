package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.SparkTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores in one query: each is read with its own settings, by its own client. */
class TwoStoresTest extends SparkTest {

  private static final String DAY = "/year_2024/month_01/day_01/a.parquet";

  private final String folder = UUID.randomUUID().toString();
  private String catalog;

  @BeforeEach
  void register() {
    catalog = newCatalog();
    add("one", Servers.s3());
    add("other", Servers.otherS3());
    add("google", Servers.gcs());
  }

  private void add(String prefix, TestStore store) {
    String start = "spark.sql.catalog." + catalog + ".store." + prefix + ".";
    spark().conf().set(start + "location", store.location(folder));
    store.options().forEach((key, value) -> spark().conf().set(start + key, value));
  }

  private void fill(TestStore store, int rows) {
    store.put(folder + "/t" + DAY, FormatFiles.bytes(spark(), "parquet", rows));
  }

  private String table(String prefix) {
    return catalog + "." + prefix + ".t FOR '2024-01-01'";
  }

  /** Hadoop by itself remembers one client for a bucket's name. */
  @Test
  void bucketsOfOneNameOnTwoServersAreTwo() {
    fill(Servers.s3(), 10);
    fill(Servers.otherS3(), 3);

    assertThat(
            rows("SELECT count(a.id), count(b.id) FROM "
                    + table("one")
                    + " a LEFT JOIN "
                    + table("other")
                    + " b ON a.id = b.id")
                .toString())
        .isEqualTo("[[10,3]]");
    assertThat(column("SELECT name FROM " + table("other") + " ORDER BY id")).hasSize(3);
  }

  @Test
  void storesOfTwoKindsAreJoined() {
    fill(Servers.s3(), 10);
    fill(Servers.gcs(), 4);

    assertThat(
            column(
                "SELECT a.name FROM "
                    + table("one")
                    + " a JOIN "
                    + table("google")
                    + " b USING (id) ORDER BY id"))
        .containsExactly("name-0", "name-1", "name-2", "name-3");
  }

  /** Settings of the session for a bucket, or for all, yield to the store's own. */
  @Test
  void theStoresSettingsComeBeforeTheSessions() {
    fill(Servers.s3(), 5);
    Map<String, String> session =
        Map.of(
            "fs.s3a.bucket.lake.access.key", "SESSION",
            "fs.s3a.bucket.lake.endpoint", "http://127.0.0.1:1",
            "fs.s3a.secret.key", "SESSION",
            "fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
    session.forEach((key, value) -> spark().conf().set(key, value));
    try {
      assertThat(rows("SELECT * FROM " + table("one"))).hasSize(5);
    } finally {
      session.keySet().forEach(key -> spark().conf().unset(key));
    }
  }

  @Test
  void aChangedKeyCounts() {
    fill(Servers.s3(), 5);
    String key = "spark.sql.catalog." + catalog + ".store.one.s3.endpoint";
    assertThat(rows("SELECT * FROM " + table("one"))).hasSize(5);

    spark().conf().set(key, Servers.otherS3().options().get("s3.endpoint"));
    spark().conf().set("spark.sql.catalog." + catalog + ".store.one.s3.access-key", "AKIDOTHER");
    spark()
        .conf()
        .set(
            "spark.sql.catalog." + catalog + ".store.one.s3.secret-key",
            Servers.otherS3().options().get("s3.secret-key"));
    fill(Servers.otherS3(), 7);

    assertThat(rows("SELECT * FROM " + table("one"))).hasSize(7);
  }
}
