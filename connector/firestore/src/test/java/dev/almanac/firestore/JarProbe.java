package dev.almanac.firestore;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A user's program: Spark, Almanac and the jar on its class path. See {@link ShadedJarIT}. */
public final class JarProbe {

  private JarProbe() {}

  /** Prints each row of a query; the other arguments are {@code key=value} of the store. */
  public static void main(String[] arguments) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "localhost")
            .config("spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog")
            .config("spark.sql.catalog.lake.store.fs.connector", "firestore")
            .config("spark.sql.catalog.lake.store.fs.location", "firestore://p");
    for (int i = 1; i < arguments.length; i++) {
      String[] option = arguments[i].split("=", 2);
      builder.config("spark.sql.catalog.lake.store.fs." + option[0], option[1]);
    }
    SparkSession spark = builder.getOrCreate();
    try {
      for (Row row : spark.sql(arguments[0]).collectAsList()) {
        System.out.println(row.mkString(","));
      }
    } catch (Throwable e) { // AnalysisException is one that Spark's Java signatures do not show
      System.out.println(e.getMessage());
    }
    spark.stop();
  }
}
