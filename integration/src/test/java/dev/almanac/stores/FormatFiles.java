package dev.almanac.stores;

import com.github.luben.zstd.Zstd;
import dev.almanac.testing.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/** The same rows in every format: {@code id} from 0, and {@code name}. */
final class FormatFiles {

  private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

  private FormatFiles() {}

  /** The rows as SQL. */
  private static String sql(int rows) {
    return "SELECT id, concat('name-', id) AS name FROM range(" + rows + ")";
  }

  /** The rows as a file of what its suffix says. */
  static byte[] bytes(SparkSession spark, String suffix, int rows) {
    return MADE.computeIfAbsent(rows + suffix, added -> made(spark, suffix, rows));
  }

  private static byte[] made(SparkSession spark, String suffix, int rows) {
    return switch (suffix) {
      case "parquet", "orc", "avro" -> bySpark(spark, suffix, rows);
      case "jsonl" -> jsonLines(rows);
      case "jsonl.gz" -> gzip(jsonLines(rows));
      case "jsonl.zst" -> Zstd.compress(jsonLines(rows));
      case "csv" -> csv(rows);
      case "arrow" -> arrow(rows);
      default -> throw new IllegalArgumentException(suffix);
    };
  }

  private static byte[] jsonLines(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append("{\"id\":").append(i).append(",\"name\":\"name-").append(i).append("\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] csv(int rows) {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(",name-").append(i).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bySpark(SparkSession spark, String format, int rows) {
    try {
      Path folder = Files.createTempDirectory("almanac-format");
      try {
        new Lake(folder).write(spark, format, "file", sql(rows));
        return Files.readAllBytes(folder.resolve("file"));
      } finally {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] arrow(int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferAllocator allocator = new RootAllocator();
        BigIntVector ids = new BigIntVector("id", allocator);
        VarCharVector names = new VarCharVector("name", allocator)) {
      for (int i = 0; i < rows; i++) {
        ids.setSafe(i, i);
        names.setSafe(i, ("name-" + i).getBytes(StandardCharsets.UTF_8));
      }
      ids.setValueCount(rows);
      names.setValueCount(rows);
      VectorSchemaRoot root = new VectorSchemaRoot(List.of(ids, names));
      try (ArrowFileWriter writer =
          new ArrowFileWriter(root, null, java.nio.channels.Channels.newChannel(out))) {
        writer.start();
        writer.writeBatch();
        writer.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
