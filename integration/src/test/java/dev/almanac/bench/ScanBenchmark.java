package dev.almanac.bench;

import dev.almanac.bench.Comparison.Action;
import dev.almanac.bench.Comparison.Rounds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Reading the same Parquet files through Almanac and by {@code spark.read.parquet} (V1). The peer's
 * listing and schema are made beforehand, while Almanac lists in every round.
 */
final class ScanBenchmark {

  private static final long ROWS = 8_000_000;
  private static final int FILES = 8;

  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put(
        "all 10 columns",
        "SELECT sum(id), sum(customer), sum(quantity), sum(price), sum(discount), sum(unix_date(shipped)),"
            + " sum(unix_seconds(created)), sum(length(mode)), sum(length(comment)), count_if(paid)"
            + " FROM %s");
    QUERIES.put("one column", "SELECT sum(price) FROM %s");
    QUERIES.put(
        "a tenth of the rows, by row groups",
        "SELECT sum(price), sum(length(comment)) FROM %s WHERE id BETWEEN 1000000 AND 1800000");
    QUERIES.put(
        "a seventh of the rows, by value",
        "SELECT sum(price), sum(length(comment)) FROM %s WHERE mode = 'RAIL'");
  }

  private ScanBenchmark() {}

  static void run(SparkSession spark, Path data, Report report) {
    Path folder =
        BenchmarkData.once(
            data,
            "scan",
            target ->
                spark
                    .range(0, ROWS, 1, FILES)
                    .selectExpr(
                        "id",
                        "cast(pmod(hash(id), 100000) AS int) AS customer",
                        "cast(pmod(hash(id, 1), 50) AS int) AS quantity",
                        "pmod(xxhash64(id), 10000000) / 100.0D AS price",
                        "cast(pmod(hash(id, 2), 11) / 100 AS decimal(4, 2)) AS discount",
                        "date_add(DATE'1992-01-01', pmod(hash(id, 3), 2500)) AS shipped",
                        "timestamp_micros(1600000000000000 + id * 1000) AS created",
                        "element_at(array('AIR', 'RAIL', 'SHIP', 'TRUCK', 'MAIL', 'FOB', 'REG AIR'),"
                            + " cast(pmod(hash(id, 4), 7) + 1 AS int)) AS mode",
                        "substring(sha2(cast(id AS string), 256), 1, 24) AS comment",
                        "pmod(hash(id, 5), 2) = 0 AS paid")
                    .write()
                    .mode("overwrite")
                    .option("parquet.block.size", String.valueOf(16 << 20))
                    .parquet(target.toString()));
    spark.read().parquet(folder.toString()).createOrReplaceTempView("peer");
    QUERIES.forEach((what, sql) -> compare(spark, report, what, sql));
  }

  private static void compare(SparkSession spark, Report report, String what, String sql) {
    Action ours = () -> spark.sql(sql.formatted("lake.scan")).collectAsList();
    Action peer = () -> spark.sql(sql.formatted("peer")).collectAsList();
    report.throughput("scan " + what, Comparison.of(new Rounds(4, 21), ours, peer));
  }
}
