package dev.almanac.sql.spark;

import dev.almanac.AlmanacExtensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.classic.SparkSession;

/** One session per JVM, with the extension and a {@link VersionCatalog} called {@code lake}. */
abstract class SqlTest {

  static final SparkSession spark =
      SparkSession.builder()
          .master("local[2]")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.warehouse.dir", warehouse())
          .config("spark.sql.extensions", AlmanacExtensions.class.getName())
          .config("spark.sql.catalog.lake", VersionCatalog.class.getName())
          .getOrCreate();

  private static String warehouse() {
    try {
      Path warehouse = Files.createTempDirectory("warehouse");
      warehouse.toFile().deleteOnExit(); // nothing is written to it
      return warehouse.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ParserInterface parser() {
    return spark.sessionState().sqlParser();
  }

  /** The rows as text, sorted. */
  static List<String> rows(Dataset<Row> result) {
    return result.collectAsList().stream().map(row -> row.mkString(" | ")).sorted().toList();
  }

  static List<String> rows(String sql) {
    return rows(spark.sql(sql));
  }
}
