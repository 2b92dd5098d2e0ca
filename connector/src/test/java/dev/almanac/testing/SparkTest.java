package dev.almanac.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A test with a Spark session: one for each JVM, small, without a UI. */
public abstract class SparkTest {

  private static final AtomicInteger CATALOGS = new AtomicInteger();

  private static final class Holder {
    static final SparkSession SESSION =
        SparkSession.builder()
            .master("local[2]")
            .appName("almanac-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/almanac-wh")
            .config("spark.hadoop.fs.counting.impl", CountingFileSystem.class.getName())
            .config("spark.hadoop.fs.endless.impl", EndlessFileSystem.class.getName())
            .config("spark.hadoop.fs.plain.impl", PlainDisk.class.getName())
            .config("spark.sql.extensions", System.getProperty("almanac.test.extensions", ""))
            .getOrCreate();
  }

  protected static SparkSession spark() {
    return Holder.SESSION;
  }

  /** A catalog name that no other test uses: catalogs stay loaded as long as the session. */
  protected static String newCatalog() {
    String name = "lake" + CATALOGS.incrementAndGet();
    openCatalog(name);
    return name;
  }

  /** Opens a catalog whose name the test's SQL has in it, over a folder. */
  protected static void openCatalog(String name, Path location) {
    openCatalog(name);
    spark().conf().set("spark.sql.catalog." + name + ".location", location.toString());
  }

  private static void openCatalog(String name) {
    spark().conf().set("spark.sql.catalog." + name, "dev.almanac.catalog.AlmanacCatalog");
  }

  protected static List<Row> rows(String sql) {
    return spark().sql(sql).collectAsList();
  }

  protected static long count(String sql) {
    return rows(sql).size();
  }

  /** The first column of all rows, as text. */
  protected static List<String> column(String sql) {
    return rows(sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }
}
