package dev.almanac.bench.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Many times more data than memory: a sort and a group-by, each in a process with a heap of 1 GB,
 * whose peak resident size is reported. What comes out is compared with what was written.
 *
 * <p>20 GB take half an hour and up to 60 GB of disk, which are given back. {@code
 * docs/benchmarks.md} has the command.
 */
public final class MemoryBenchmark {

  private static final long ROW_BYTES = 400;
  private static final int DAYS = 10;
  private static final int TEXT_PARTS = 24; // of 16 bytes each

  private MemoryBenchmark() {}

  /**
   * Runs both queries.
   *
   * @param arguments the folder to work in, which must not be there, and gigabytes of data
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    long rows = Long.parseLong(arguments[1]) * 1_000_000_000 / ROW_BYTES / (2 * DAYS) * (2 * DAYS);
    Files.createDirectory(home);
    try (SparkSession spark = session()) {
      write(spark, home.resolve("lake/big"), rows);
      long bytes = bytes(home.resolve("lake/big"));
      String expected = MemoryQuery.expected(generated(spark, rows, 0, rows));
      for (MemoryQuery.Kind kind : MemoryQuery.Kind.values()) {
        List<String> found = inChild(home, kind);
        if (!found.get(0).equals(expected)) {
          throw new IllegalStateException(
              "%s gave %s instead of %s".formatted(kind, found.get(0), expected));
        }
        System.out.printf(
            "%s of %.1f GB, %,d rows: %s%n", kind.what(), bytes / 1e9, rows, found.get(1));
      }
    } finally {
      delete(home);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .appName("almanac-memory")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  /** Rows in an order that has nothing to do with their keys; two of each {@code pair}. */
  private static Dataset<Row> generated(SparkSession spark, long rows, long from, long to) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < TEXT_PARTS; i++) {
      parts.add("lpad(hex(xxhash64(id, %d)), 16, '0')".formatted(i));
    }
    return spark
        .range(from, to, 1, 8)
        .selectExpr(
            "id",
            "id % " + rows / 2 + " AS pair",
            "xxhash64(id) AS key",
            "concat(" + String.join(", ", parts) + ") AS text");
  }

  private static void write(SparkSession spark, Path dataset, long rows) {
    for (int day = 0; day < DAYS; day++) {
      generated(spark, rows, rows / DAYS * day, rows / DAYS * (day + 1))
          .write()
          .option("compression", "uncompressed")
          .parquet(dataset.resolve("year_2024/month_01/day_%02d".formatted(day + 1)).toString());
    }
  }

  /** The lines that a query in a process of its own prints: its result, and what it took. */
  private static List<String> inChild(Path home, MemoryQuery.Kind kind)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            MemoryQuery.class.getName(),
            home.toString(),
            kind.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      out.lines().filter(line -> line.startsWith(MemoryQuery.MARK)).forEach(lines::add);
    }
    if (process.waitFor() != 0 || lines.size() != 2) {
      throw new IOException("%s failed with %d".formatted(kind, process.exitValue()));
    }
    return lines.stream().map(line -> line.substring(MemoryQuery.MARK.length())).toList();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
