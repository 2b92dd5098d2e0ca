package dev.almanac.bench;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.almanac.bench.Comparison.Action;
import dev.almanac.bench.Comparison.Rounds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reading the same JSON lines through Almanac, by {@code spark.read.json} and by DuckDB. The peers
 * are told the columns' types, which Almanac found beforehand; it lists in every round.
 */
final class JsonBenchmark {

  private static final int FILES = 4;
  private static final long ROWS = 400_000;
  private static final Rounds ROUNDS = new Rounds(2, 7);
  private static final long ORDERS = 300_000;

  /** A query up to the table's name, as Spark has it and as DuckDB has it. */
  private record Query(String what, String table, String spark, String duck) {}

  /** Cheap to evaluate, so that what is timed is mostly reading: {@code %s} counts bytes. */
  private static final String ALL_20 =
      "SELECT count(*), sum(id), sum(customer), sum(%1$s(sku)), sum(quantity), max(price),"
          + " max(discount), count_if(paid), sum(%1$s(status)), sum(%1$s(created)),"
          + " sum(%1$s(shipped)), sum(%1$s(country)), sum(%1$s(city)), sum(%1$s(ip)),"
          + " sum(%1$s(agent)), sum(%1$s(url)), sum(%1$s(session)), max(score), sum(%1$s(remark)),"
          + " sum(retries), sum(latency) FROM ";

  private static final String TWO = "SELECT sum(quantity), max(price) FROM ";

  private static final List<Query> QUERIES =
      List.of(
          all20("zstd, all 20 columns", "jsonl_zstd"),
          new Query("zstd, 2 of 20 columns", "jsonl_zstd", TWO, TWO),
          all20("plain, all 20 columns", "jsonl_plain"),
          new Query(
              "zstd, nested",
              "jsonl_nested",
              "SELECT count(*), sum(octet_length(buyer.address.city)), sum(buyer.age),"
                  + " sum(size(items)), sum(get(items, 0).quantity), max(get(items, 1).price),"
                  + " sum(octet_length(get(items, 0).sku)), sum(size(tags)) FROM ",
              "SELECT count(*), sum(strlen(buyer.address.city)), sum(buyer.age),"
                  + " sum(len(items)), sum(items[1].quantity), max(items[2].price),"
                  + " sum(strlen(items[1].sku)), sum(len(tags)) FROM "));

  private static Query all20(String what, String table) {
    return new Query(what, table, ALL_20.formatted("octet_length"), ALL_20.formatted("strlen"));
  }

  private JsonBenchmark() {}

  static void againstSpark(SparkSession spark, Path data, Report report) {
    write(spark, data);
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("io.compression.codecs", ZstdText.class.getName());
    QUERIES.forEach(query -> compareWithSpark(spark, data, report, query));
  }

  static void againstDuckDb(SparkSession spark, Path data, Report report) {
    write(spark, data);
    try (DuckDb duck = new DuckDb(Runtime.getRuntime().availableProcessors())) {
      QUERIES.forEach(query -> compareWithDuckDb(spark, duck, data, report, query));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(SparkSession spark, Path data) {
    BenchmarkData.once(data, "jsonl_plain", folder -> write(flat(spark), folder, false));
    BenchmarkData.once(data, "jsonl_zstd", folder -> write(flat(spark), folder, true));
    BenchmarkData.once(data, "jsonl_nested", folder -> write(nested(spark), folder, true));
  }

  private static Dataset<Row> flat(SparkSession spark) {
    return spark
        .range(0, ROWS, 1, FILES)
        .selectExpr(
            "id",
            "cast(pmod(hash(id), 100000) AS int) AS customer",
            "concat('SKU-', pmod(hash(id, 1), 90000)) AS sku",
            "cast(pmod(hash(id, 2), 50) AS int) AS quantity",
            "pmod(xxhash64(id), 10000000) / 100.0D AS price",
            "pmod(hash(id, 3), 11) / 100.0D AS discount",
            "pmod(hash(id, 4), 2) = 0 AS paid",
            "element_at(array('open', 'packed', 'shipped', 'returned'), pmod(hash(id, 5), 4) + 1)"
                + " AS status",
            "date_format(timestamp_micros(1600000000000000 + id * 1000000),"
                + " \"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\") AS created",
            "cast(date_add(DATE'2020-01-01', pmod(hash(id, 6), 900)) AS string) AS shipped",
            "element_at(array('NL', 'DE', 'FR', 'GB', 'US'), pmod(hash(id, 7), 5) + 1) AS country",
            "element_at(array('Amsterdam', 'Köln', 'Paris', 'London', 'São Paulo'),"
                + " pmod(hash(id, 8), 5) + 1) AS city",
            "concat_ws('.', pmod(hash(id, 9), 256), pmod(hash(id, 10), 256), pmod(hash(id, 11),"
                + " 256), pmod(hash(id, 12), 256)) AS ip",
            "concat('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/',"
                + " pmod(hash(id, 13), 60) + 60, '.0 Safari/537.36') AS agent",
            "concat('https://shop.example/catalog/item?id=', pmod(hash(id, 14), 90000),"
                + " '&from=mail') AS url",
            "md5(cast(id AS string)) AS session",
            "rand(7) AS score",
            "concat('said \"', substring(sha1(cast(id AS string)), 1, 20), '\"') AS remark",
            "cast(pmod(hash(id, 15), 4) AS int) AS retries",
            "pmod(xxhash64(id, 1), 100000000) AS latency");
  }

  private static Dataset<Row> nested(SparkSession spark) {
    return spark
        .range(0, ORDERS, 1, FILES)
        .selectExpr(
            "id",
            "named_struct('name', md5(cast(id AS string)), 'age', pmod(hash(id), 90), 'address',"
                + " named_struct('street', concat('Street ', pmod(hash(id, 1), 900)), 'city',"
                + " element_at(array('Amsterdam', 'Köln', 'Paris'), pmod(hash(id, 2), 3) + 1),"
                + " 'zip', pmod(hash(id, 3), 99999))) AS buyer",
            "transform(sequence(1, 1 + pmod(hash(id, 4), 6)), i -> named_struct('sku',"
                + " concat('SKU-', pmod(hash(id, i), 90000)), 'quantity', pmod(hash(id, i, 1), 9),"
                + " 'price', pmod(xxhash64(id, i), 100000) / 100.0D)) AS items",
            "transform(sequence(1, 1 + pmod(hash(id, 5), 3)), i -> concat('tag', i)) AS tags");
  }

  /** Writes rows as lines, one file for each partition. */
  private static void write(Dataset<Row> rows, Path folder, boolean zstd) throws IOException {
    Path text = Files.createTempDirectory("almanac-bench");
    rows.write().mode("overwrite").json(text.toString());
    try (Stream<Path> parts = Files.list(text)) {
      for (Path part : parts.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        String name = part.getFileName().toString().replaceAll("^(part-\\d+).*", "$1.jsonl");
        if (zstd) {
          try (OutputStream out =
              new ZstdOutputStreamNoFinalizer(
                  Files.newOutputStream(folder.resolve(name + ".zst")))) {
            Files.copy(part, out);
          }
        } else {
          Files.move(part, folder.resolve(name));
        }
      }
    }
  }

  private static void compareWithSpark(SparkSession spark, Path data, Report report, Query query) {
    StructType columns = spark.table("lake." + query.table()).schema();
    spark
        .read()
        .schema(columns)
        .json(data.resolve(query.table()).toString())
        .createOrReplaceTempView("peer");
    Action ours = () -> rows(spark, query.spark() + "lake." + query.table());
    Action peer = () -> rows(spark, query.spark() + "peer");
    report.throughput(
        "JSON lines, " + query.what() + ", against spark.read.json",
        Comparison.of(ROUNDS, ours, peer));
  }

  private static void compareWithDuckDb(
      SparkSession spark, DuckDb duck, Path data, Report report, Query query) {
    StructType columns = spark.table("lake." + query.table()).schema();
    String files =
        "read_json('%s/*', format = 'newline_delimited', columns = %s)"
            .formatted(data.resolve(query.table()), DuckDb.columns(columns));
    Action ours = () -> rows(spark, query.spark() + "lake." + query.table());
    Action peer = () -> duck.rows(query.duck() + files);
    report.throughput(
        "JSON lines, " + query.what() + ", against DuckDB", Comparison.of(ROUNDS, ours, peer));
  }

  private static List<String> rows(SparkSession spark, String sql) {
    return spark.sql(sql).collectAsList().stream()
        .map(row -> scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq()).toString())
        .toList();
  }
}
