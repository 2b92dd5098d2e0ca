package dev.almanac.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A store in a temporary folder, filled file by file.
 *
 * @param folder where
 */
public record Lake(Path folder) {

  /** What the bytes of a file depend on. */
  private record Made(String format, String sql, Map<String, String> settings) {}

  private static final Map<Made, byte[]> MADE = new ConcurrentHashMap<>();

  private static final Pattern OTHER_EACH_TIME =
      Pattern.compile(
          "\\b(FROM|JOIN)\\s+(?!range\\()|rand|uuid|current|now\\(", Pattern.CASE_INSENSITIVE);

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

  /**
   * Writes the rows of a query as one file of a format that Spark writes. What a query without
   * tables gives under the same settings is made once.
   */
  public Lake write(SparkSession spark, String format, String path, String sql) {
    if (OTHER_EACH_TIME.matcher(sql).find()) {
      return bytes(path, made(spark, format, sql));
    }
    Made key = new Made(format, sql, settings(spark));
    return bytes(path, MADE.computeIfAbsent(key, added -> made(spark, format, sql)));
  }

  private static Map<String, String> settings(SparkSession spark) {
    Map<String, String> settings =
        new HashMap<>(CollectionConverters.asJava(spark.conf().getAll()));
    settings.keySet().removeIf(key -> key.startsWith("spark.sql.catalog."));
    return settings;
  }

  private static byte[] made(SparkSession spark, String format, String sql) {
    try {
      Path made = Files.createTempDirectory("almanac-made");
      spark
          .sql(sql)
          .coalesce(1)
          .write()
          .mode("overwrite")
          .format(format)
          .save(PlainDisk.location(made));
      try (var parts = Files.list(made)) {
        Path part =
            parts
                .filter(found -> found.getFileName().toString().startsWith("part-"))
                .findFirst()
                .orElseThrow();
        return Files.readAllBytes(part);
      } finally {
        FileUtils.deleteDirectory(made.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
