package dev.almanac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes a result as one Parquet file: Spark writes a folder, whose only part becomes the file. */
final class ParquetFile {

  private ParquetFile() {}

  static void write(Dataset<Row> result, Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path folder = Files.createTempDirectory(parent, ".almanac-");
    try {
      result.coalesce(1).write().mode("overwrite").parquet("file:" + folder);
      try (Stream<Path> parts = Files.list(folder)) {
        Path part = parts.filter(path -> path.toString().endsWith(".parquet")).findFirst().get();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      deleteFlat(folder);
    }
  }

  private static void deleteFlat(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(folder)) {
      left = files.toList();
    }
    for (Path file : left) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
