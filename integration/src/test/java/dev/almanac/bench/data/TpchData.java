package dev.almanac.bench.data;

import dev.almanac.generate.DatedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The orders and line items of TPC-H, by the generator that Trino uses, all rows of them. Its seven
 * years are folded into the {@value #DAYS} days from {@link DataSet#FIRST}: a day has as many rows
 * as at 28 times the scale. The dates of a row keep their distances.
 */
final class TpchData {

  private static final int DAYS = 91;

  /** How many parts the generator makes, whatever the machine. */
  private static final int PARTS = 8;

  private final SparkSession spark;
  private final double scale;

  TpchData(SparkSession spark, double scale) {
    this.spark = spark;
    this.scale = scale;
  }

  void write(DataSet dataSet, Path folder) throws IOException {
    switch (dataSet) {
      case LINEITEM -> DayFolders.parquet(lineItems(), folder, "l_orderkey", "l_linenumber");
      case ORDERS -> DayFolders.parquet(orders(), folder, "o_orderkey");
      case ORDERS_HOURLY -> {
        Dataset<Row> hours =
            orders().selectExpr("*", "int(pmod(hash(o_orderkey), 24)) AS " + DayFolders.HOUR);
        DayFolders.parquet(hours, folder, "o_orderkey");
      }
      case CALENDAR -> calendar(folder);
      default -> throw new IllegalArgumentException(dataSet.name());
    }
  }

  private Dataset<Row> lineItems() {
    return folded(DatedTable.LINEITEM, "l_shipdate", "l_commitdate", "l_receiptdate");
  }

  private Dataset<Row> orders() {
    return folded(DatedTable.ORDERS, "o_orderdate");
  }

  private Dataset<Row> folded(DatedTable table, String date, String... dates) {
    double factor = scale; // this object does not travel to tasks
    Dataset<Row> rows =
        spark.createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(IntStream.rangeClosed(1, PARTS).boxed().toList(), PARTS)
                .flatMap(part -> table.rows(factor, part, PARTS)),
            table.schema());
    String day =
        "date_add(DATE'%s', pmod(datediff(%s, DATE'1992-01-01'), %d))"
            .formatted(DataSet.FIRST, date, DAYS);
    Dataset<Row> folded = rows.selectExpr("*", day + " AS " + DayFolders.DAY);
    for (String other : dates) {
      folded =
          folded.withColumn(
              other,
              org.apache.spark.sql.functions.expr(
                  "date_add(%s, datediff(%s, %s))".formatted(other, DayFolders.DAY, date)));
    }
    return folded.withColumn(date, org.apache.spark.sql.functions.col(DayFolders.DAY));
  }

  private void calendar(Path folder) throws IOException {
    Path temporary = folder.resolve("_writing");
    long days = ChronoUnit.DAYS.between(DataSet.FIRST, DataSet.LAST) + 1;
    spark
        .range(0, days, 1, 1)
        .selectExpr(
            "date_add(DATE'%s', int(id)) AS day".formatted(DataSet.FIRST),
            "weekday(date_add(DATE'%s', int(id))) AS weekday".formatted(DataSet.FIRST),
            "if(id IN (14, 45, 74), 'stocktaking', 'usual') AS label")
        .write()
        .parquet(temporary.toString());
    List<Path> files = Folders.files(temporary, "parquet");
    Files.move(files.get(0), folder.resolve("calendar.parquet"));
    Folders.delete(temporary);
  }
}
