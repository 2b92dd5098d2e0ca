package dev.almanac.bench.engine;

import dev.almanac.bench.data.BenchmarkData;
import dev.almanac.bench.data.DataSet.Kind;
import dev.almanac.bench.data.TableFormats;
import dev.almanac.bench.measure.MeteredDisk;
import dev.almanac.testing.CountingFileSystem;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** The session that Almanac, Iceberg, Delta and Spark's own sources share. */
public final class BenchmarkSession {

  /** The catalog over the data. */
  static final String ALMANAC = "lake";

  /** The catalog over the same, whose requests are counted. */
  static final String COUNTED = "counted";

  private BenchmarkSession() {}

  /** Starts it; as many threads as there are processors, unless a master is named. */
  public static SparkSession start(BenchmarkData data, String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master(master)
            .appName("almanac-benchmarks")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors())
            .config("spark.sql.warehouse.dir", data.tables("spark").toUri().toString())
            .config("spark.hadoop.fs.file.impl", MeteredDisk.class.getName())
            .config("spark.hadoop.fs.counting.impl", CountingFileSystem.class.getName())
            .config("spark.hadoop.io.compression.codecs", ZstdText.class.getName())
            .config(
                "spark.sql.extensions",
                "dev.almanac.AlmanacExtensions,io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "2") // 50 are for a cluster
            .config(
                "spark.sql.catalog." + TableFormats.ICEBERG,
                "org.apache.iceberg.spark.SparkCatalog")
            .config("spark.sql.catalog." + TableFormats.ICEBERG + ".type", "hadoop")
            .config(
                "spark.sql.catalog." + TableFormats.ICEBERG + ".warehouse",
                data.tables("iceberg").toUri().toString());
    catalog(builder, data, ALMANAC, "");
    catalog(builder, data, COUNTED, "counting:");
    // Almanac reads the disk as it does without a meter.
    String disk = "spark.sql.catalog.%s.hadoop.fs.file.impl".formatted(ALMANAC);
    builder
        .config(disk, org.apache.hadoop.fs.RawLocalFileSystem.class.getName())
        .config(disk + ".disable.cache", true);
    return builder.getOrCreate();
  }

  private static void catalog(
      SparkSession.Builder builder, BenchmarkData data, String name, String scheme) {
    String prefix = "spark.sql.catalog." + name;
    builder
        .config(prefix, "dev.almanac.catalog.AlmanacCatalog")
        .config(prefix + ".default-dates", "latest");
    for (Kind kind : Kind.values()) {
      builder.config(
          prefix + ".store." + kind.name().toLowerCase(Locale.ROOT) + ".location",
          scheme + data.folder(kind));
    }
  }
}
