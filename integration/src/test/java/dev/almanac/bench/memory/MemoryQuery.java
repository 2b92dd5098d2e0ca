package dev.almanac.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** One query of {@link MemoryBenchmark}, in a process of its own. */
final class MemoryQuery {

  /** What lines of the result start with. */
  static final String MARK = "almanac-memory: ";

  /** The queries. */
  enum Kind {
    SORT("sort") {
      @Override
      Total run(Dataset<Row> rows) {
        return Total.sorted(rows.orderBy("key"));
      }
    },

    GROUP_BY("group-by into half as many groups") {
      @Override
      Total run(Dataset<Row> rows) {
        return Total.unsorted(
            rows.groupBy("pair")
                .agg(
                    functions.count("key").as("n"),
                    functions.sum(functions.crc32(functions.col("text").cast("binary"))).as("sum"))
                .selectExpr("sum(if(n = 2, n, 0))", "sum(sum)"));
      }
    };

    private final String what;

    Kind(String what) {
      this.what = what;
    }

    String what() {
      return what;
    }

    abstract Total run(Dataset<Row> rows);
  }

  /** What all rows have together. */
  private record Total(long rows, long checksum) {

    static Total unsorted(Dataset<Row> one) {
      Row row = one.head();
      return new Total(row.getLong(0), row.getLong(1));
    }

    /** Fails where a row comes before one of a smaller key. */
    static Total sorted(Dataset<Row> sorted) {
      List<long[]> parts =
          sorted
              .mapPartitions(
                  (MapPartitionsFunction<Row, long[]>) MemoryQuery::checkOrder,
                  Encoders.kryo(long[].class))
              .collectAsList();
      long rows = 0;
      long checksum = 0;
      long last = Long.MIN_VALUE;
      for (long[] part : parts) {
        if (part[0] > 0) {
          requireOrder(last, part[2]);
          last = part[3];
          rows += part[0];
          checksum += part[1];
        }
      }
      return new Total(rows, checksum);
    }
  }

  private MemoryQuery() {}

  /** What a query has to give for these rows. */
  static String expected(Dataset<Row> rows) {
    return Total.unsorted(rows.selectExpr("count(*)", "sum(crc32(cast(text AS binary)))"))
        .toString();
  }

  /** The number of rows, their checksum, the first key and the last. */
  private static Iterator<long[]> checkOrder(Iterator<Row> rows) {
    long[] part = {0, 0, Long.MIN_VALUE, Long.MIN_VALUE};
    while (rows.hasNext()) {
      Row row = rows.next();
      long key = row.getLong(2);
      requireOrder(part[3], key);
      part[2] = part[0] == 0 ? key : part[2];
      part[3] = key;
      part[0]++;
      CRC32 crc = new CRC32();
      crc.update(row.getString(3).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      part[1] += crc.getValue();
    }
    return List.of(part).iterator();
  }

  private static void requireOrder(long before, long key) {
    if (key < before) {
      throw new IllegalStateException("%d comes before %d".formatted(before, key));
    }
  }

  /** Runs one query over the files below a folder. */
  public static void main(String[] arguments) throws IOException, TimeoutException {
    Path home = Path.of(arguments[0]);
    Kind kind = Kind.valueOf(arguments[1]);
    long start = System.nanoTime();
    AtomicLong spilled = new AtomicLong();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.local.dir", home.resolve("spill-" + kind).toString())
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog")
            .config("spark.sql.catalog.lake.location", home.resolve("lake").toString())
            .getOrCreate()) {
      spark
          .sparkContext()
          .addSparkListener(
              new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                  spilled.addAndGet(end.taskMetrics().diskBytesSpilled());
                }
              });
      Total total =
          kind.run(spark.sql("SELECT * FROM lake.big VERSION AS OF '2024-01-01..2024-01-31'"));
      spark.sparkContext().listenerBus().waitUntilEmpty();
      System.out.println(MARK + total);
      System.out.printf(
          "%speak resident size %,d MB; %.1f GB spilled to the disk; %.0f s%n",
          MARK, peakResident() >> 10, spilled.get() / 1e9, (System.nanoTime() - start) / 1e9);
    }
  }

  /** In KB, as Linux counts it. */
  private static long peakResident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
