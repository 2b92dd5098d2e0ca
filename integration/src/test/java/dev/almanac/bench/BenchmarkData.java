package dev.almanac.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes data on the disk, once: a marker beside a folder says that it is whole. */
final class BenchmarkData {

  /** Fills a folder. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  private BenchmarkData() {}

  static Path once(Path data, String name, Filling filling) {
    Path folder = data.resolve(name);
    Path made = data.resolve("." + name + ".made");
    try {
      if (!Files.exists(made)) {
        Files.createDirectories(folder);
        filling.fill(folder);
        Files.createFile(made);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a Parquet file with these rows. */
  static byte[] parquet(Dataset<Row> rows) throws IOException {
    Path folder = Files.createTempDirectory("almanac-bench");
    rows.coalesce(1).write().mode("overwrite").parquet(folder.toString());
    try (Stream<Path> files = Files.list(folder)) {
      Path part =
          files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.readAllBytes(part);
    }
  }

  /** Writes 24 hours of a day, each a folder with one file. */
  static void hours(Path dataset, LocalDate day, byte[] content) throws IOException {
    for (int hour = 0; hour < 24; hour++) {
      Path folder =
          dataset.resolve(
              String.format(
                  "year_%04d/month_%02d/day_%02d/by_hour/hour=%02d",
                  day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour));
      Files.createDirectories(folder);
      Files.write(folder.resolve("data.parquet"), content);
    }
  }
}
