package dev.almanac.bench.data;

import dev.almanac.bench.data.DataSet.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Iceberg's and Delta's tables with the rows of datasets, partitioned by day. Those of TPC-H are
 * written by the formats' own writers. Those of the histories are made of the very files that
 * Almanac reads, in one commit, which is the best case of each format: partitioned by day and hour.
 */
public final class TableFormats {

  /** The catalog of Iceberg's tables in the session. */
  public static final String ICEBERG = "ice";

  private final SparkSession spark;
  private final BenchmarkData data;

  public TableFormats(SparkSession spark, BenchmarkData data) {
    this.spark = spark;
    this.data = data;
  }

  /** The name of a dataset's table in SQL. */
  public String iceberg(DataSet dataSet) {
    return ICEBERG + "." + data.sizes().name(dataSet.kind()) + "." + dataSet.tableName();
  }

  /** The name of a dataset's table in SQL. */
  public String delta(DataSet dataSet) {
    return "delta.`" + deltaFolder(dataSet) + "`";
  }

  private Path deltaFolder(DataSet dataSet) {
    return data.tables("delta")
        .resolve(data.sizes().name(dataSet.kind()))
        .resolve(dataSet.tableName());
  }

  /** Makes a dataset's table where it is not there yet. The dataset is. */
  public void makeIceberg(DataSet dataSet) throws IOException {
    Path folder =
        data.tables("iceberg")
            .resolve(data.sizes().name(dataSet.kind()))
            .resolve(dataSet.tableName());
    BenchmarkData.once(
        folder,
        to -> {
          Files.delete(to); // Iceberg makes it
          if (dataSet.kind() == Kind.TPCH) {
            written(dataSet, iceberg(dataSet), "iceberg");
          } else {
            IcebergFiles.register(spark, iceberg(dataSet), data.folder(dataSet));
          }
        });
  }

  /** Makes a dataset's table where it is not there yet. The dataset is. */
  public void makeDelta(DataSet dataSet) throws IOException {
    BenchmarkData.once(
        deltaFolder(dataSet),
        to -> {
          if (dataSet.kind() == Kind.TPCH) {
            written(dataSet, delta(dataSet), "delta");
          } else {
            DeltaFiles.register(spark, to, data.folder(dataSet));
          }
        });
  }

  private void written(DataSet dataSet, String table, String format) {
    spark
        .read()
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", "*.parquet")
        .parquet(data.folder(dataSet).toString())
        .createOrReplaceTempView("bench_source");
    spark.sql(
        "CREATE TABLE %s USING %s PARTITIONED BY (%s) AS SELECT /*+ REPARTITION(%s) */ *"
                .formatted(table, format, dataSet.dateColumn(), dataSet.dateColumn())
            + " FROM bench_source SORT BY %s, 1".formatted(dataSet.dateColumn()));
  }
}
