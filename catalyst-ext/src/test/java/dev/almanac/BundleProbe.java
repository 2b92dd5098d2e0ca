package dev.almanac;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A user's program: nothing but Spark and the bundle on its class path. See {@link BundleRunIT}.
 */
public final class BundleProbe {

  private BundleProbe() {}

  /** Prints where Almanac's classes come from, and each row of the query. */
  public static void main(String[] args) {
    String location = args[0];
    String query = args[1];
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "localhost")
            .config("spark.sql.extensions", "dev.almanac.AlmanacExtensions")
            .config("spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog")
            .config("spark.sql.catalog.lake.location", location)
            .getOrCreate();
    System.out.println(
        AlmanacExtensions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    for (Row row : spark.sql(query).collectAsList()) {
      System.out.println(row.mkString(","));
    }
    spark.stop();
  }
}
