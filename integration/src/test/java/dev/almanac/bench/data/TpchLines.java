package dev.almanac.bench.data;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The orders and line items as JSON lines in zstd. Money is binary, as JSON has it. */
final class TpchLines {

  private final SparkSession spark;
  private final Path lineItems;
  private final Path orders;

  TpchLines(SparkSession spark, Path lineItems, Path orders) {
    this.spark = spark;
    this.lineItems = lineItems;
    this.orders = orders;
  }

  void write(DataSet dataSet, Path folder) throws IOException {
    rows(lineItems).createOrReplaceTempView("bench_lines");
    rows(orders).createOrReplaceTempView("bench_orders");
    switch (dataSet) {
      case LINES_JSON -> write(spark.sql(FLAT), folder, "l_orderkey", "l_linenumber");
      case ORDERS_NESTED -> write(spark.sql(NESTED), folder, "o_orderkey");
      default -> throw new IllegalArgumentException(dataSet.name());
    }
  }

  /** The 16 columns of line items, and 4 of their orders. */
  private static final String FLAT =
      """
      SELECT l_orderkey, l_partkey, l_suppkey, l_linenumber, double(l_quantity) AS l_quantity,
        double(l_extendedprice) AS l_extendedprice, double(l_discount) AS l_discount,
        double(l_tax) AS l_tax, l_returnflag, l_linestatus, string(l_shipdate) AS l_shipdate,
        string(l_commitdate) AS l_commitdate, string(l_receiptdate) AS l_receiptdate,
        l_shipinstruct, l_shipmode, l_comment, o_custkey, o_orderpriority, o_clerk,
        o_comment, l_shipdate AS %s
      FROM bench_lines JOIN bench_orders ON l_orderkey = o_orderkey"""
          .formatted(DayFolders.DAY);

  private static final String NESTED =
      """
      SELECT o_orderkey, o_orderstatus, double(o_totalprice) AS o_totalprice,
        named_struct('key', o_custkey, 'clerk', o_clerk,
          'wish', named_struct('priority', o_orderpriority, 'comment', o_comment)) AS customer,
        lines, o_orderdate AS %s
      FROM bench_orders JOIN (
        SELECT l_orderkey, sort_array(collect_list(named_struct('number', l_linenumber,
          'part', l_partkey, 'price', double(l_extendedprice), 'mode', l_shipmode,
          'comment', l_comment))) AS lines
        FROM bench_lines GROUP BY l_orderkey) ON o_orderkey = l_orderkey"""
          .formatted(DayFolders.DAY);

  private Dataset<Row> rows(Path dataset) {
    return spark
        .read()
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", "*.parquet")
        .parquet(dataset.toString());
  }

  private static void write(Dataset<Row> rows, Path folder, String... order) throws IOException {
    DayFolders.write(
        rows,
        "json",
        folder,
        (written, day) -> {
          try (OutputStream out =
              new ZstdOutputStreamNoFinalizer(
                  Files.newOutputStream(day.resolve("rows.jsonl.zst")))) {
            Files.copy(written, out);
          }
        },
        order);
  }
}
