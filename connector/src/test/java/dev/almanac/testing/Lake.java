package dev.almanac.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * A store in a temporary folder, filled file by file.
 *
 * @param folder where
 */
public record Lake(Path folder) {

  /** Writes a text file below the store's folder. */
  public Lake file(String path, String content) {
    return bytes(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file below the store's folder. */
  public Lake bytes(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Marks a frame, or whatever the path says, with an empty file. */
  public Lake mark(String path) {
    return bytes(path, new byte[0]);
  }

  /** Writes the rows of a query as one Parquet file. */
  public Lake parquet(SparkSession spark, String path, String sql) {
    return write(spark, "parquet", path, sql);
  }

  /** Writes the rows of a query as one file of a format that Spark writes. */
  public Lake write(SparkSession spark, String format, String path, String sql) {
    try {
      Path made = Files.createTempDirectory("almanac-made");
      spark.sql(sql).coalesce(1).write().mode("overwrite").format(format).save(made.toString());
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      try (var parts = Files.list(made)) {
        Path part =
            parts
                .filter(found -> found.getFileName().toString().startsWith("part-"))
                .findFirst()
                .orElseThrow();
        Files.move(part, file);
      }
      FileUtils.deleteDirectory(made.toFile());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
