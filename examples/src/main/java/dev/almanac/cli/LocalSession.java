package dev.almanac.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** An embedded Spark, and the temporary folder for what {@code spark_catalog} writes. */
final class LocalSession implements Sessions.Lease {

  private final SparkSession spark;
  private final Path warehouse;

  private LocalSession(SparkSession spark, Path warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  static LocalSession start(SessionSettings settings) {
    Warmup.start();
    try {
      Path warehouse = Files.createTempDirectory("almanac-");
      // The public builder finds this one by Scala's reflection, which takes a third of a second.
      org.apache.spark.sql.classic.SparkSession.Builder builder =
          org.apache.spark.sql.classic.SparkSession.builder()
              .config("spark.sql.warehouse.dir", StoreLocation.local(warehouse));
      settings.conf().forEach(builder::config);
      // Ctrl-C ends the JVM without closing anything.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(warehouse)));
      return new LocalSession(builder.getOrCreate(), warehouse);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder for Spark", e);
    }
  }

  @Override
  public SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    spark.stop();
    try {
      delete(warehouse);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the temporary folder " + warehouse, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // a task that still runs may write to it; the process ends
    }
  }
}
