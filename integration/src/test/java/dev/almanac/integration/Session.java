package dev.almanac.integration;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The session of this module's tests: with the extension, one for each JVM. */
final class Session {

  private static final class Holder {
    static final SparkSession SESSION =
        SparkSession.builder()
            .master("local[2]")
            .appName("almanac-integration")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.extensions", "dev.almanac.AlmanacExtensions")
            .getOrCreate();
  }

  private Session() {}

  static SparkSession spark() {
    return Holder.SESSION;
  }

  /** Sets up a catalog of this name over a folder. */
  static void catalog(String name, String location) {
    set(name, "", "dev.almanac.catalog.AlmanacCatalog");
    set(name, ".location", location);
  }

  /** Sets a key of a catalog; the key starts with a dot. */
  static void set(String catalog, String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + key, value);
  }

  static List<Row> rows(String sql) {
    return spark().sql(sql).collectAsList();
  }
}
