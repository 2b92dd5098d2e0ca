package dev.almanac.jobs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * Compares two days of a dataset by a key, and writes what was added, removed and changed.
 *
 * <pre>{@code
 * spark-submit --jars catalyst-ext/target/fast/almanac-catalyst-ext-0.1.0-SNAPSHOT-bundle.jar \
 *   --conf spark.sql.extensions=dev.almanac.AlmanacExtensions \
 *   --conf spark.sql.catalog.lake=dev.almanac.catalog.AlmanacCatalog \
 *   --conf spark.sql.catalog.lake.location=/tmp/lake/data \
 *   --class dev.almanac.jobs.CompareDays examples/target/fast/almanac-examples-0.1.0-SNAPSHOT.jar \
 *   lake.sales.orders id 2022-05-01 2022-05-02 /tmp/lake/reports/changes
 * }</pre>
 *
 * The days are whatever a {@code FOR} clause takes: {@code YESTERDAY}, {@code "2 DAYS AGO"}. The
 * result is Parquet: the key, {@code change}, and the rows {@code before} and {@code after}. The
 * exit code is 1 where a day cannot be read, with the reason on the error output.
 */
public final class CompareDays {

  private CompareDays() {}

  /** Runs the job: table, key, first day, second day, output. */
  public static void main(String[] args) {
    if (args.length != 5) {
      System.err.println("Usage: CompareDays <table> <key> <day> <other day> <output>");
      System.exit(2);
    }
    SparkSession spark = SparkSession.builder().appName("Changes of " + args[0]).getOrCreate();
    int exit = 0;
    try {
      changes(day(spark, args[0], args[2]), day(spark, args[0], args[3]), args[1])
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(args[4]);
    } catch (Exception e) {
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
      System.err.println(e.getMessage()); // what is wrong, and the way out
      exit = 1;
    } finally {
      spark.stop();
    }
    System.exit(exit);
  }

  private static Dataset<Row> day(SparkSession spark, String table, String day) {
    return spark.read().option("versionAsOf", day).table(table);
  }

  /** A row for each key whose row is on one side only, or differs in a column of both. */
  static Dataset<Row> changes(Dataset<Row> before, Dataset<Row> after, String key) {
    List<StructField> columns = common(before, after);
    Dataset<Row> old = before.select(col(key).as("old_key"), row(columns).as("before"));
    Dataset<Row> recent = after.select(col(key).as("new_key"), row(columns).as("after"));
    Column change =
        when(col("before").isNull(), lit("added"))
            .when(col("after").isNull(), lit("removed"))
            .otherwise(lit("changed"));
    return old.join(recent, col("old_key").equalTo(col("new_key")), "full")
        .where(col("before").eqNullSafe(col("after")).unary_$bang())
        .select(
            coalesce(col("new_key"), col("old_key")).as(key),
            change.as("change"),
            col("before"),
            col("after"));
  }

  /** The columns that both days have, as the later one has them: files may differ between days. */
  private static List<StructField> common(Dataset<Row> before, Dataset<Row> after) {
    List<String> old = Arrays.asList(before.columns());
    return Arrays.stream(after.schema().fields())
        .filter(field -> old.contains(field.name()))
        .toList();
  }

  private static Column row(List<StructField> columns) {
    return struct(
        columns.stream()
            .map(field -> col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new));
  }
}
