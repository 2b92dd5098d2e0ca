package dev.almanac.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.spark.sql.execution.datasources.orc.OrcUtils;
import org.apache.spark.sql.types.StructType;

/**
 * Reads footers of ORC files, with one open each.
 *
 * <p>Internal: Spark's mapping of ORC types.
 */
public final class OrcFooters {

  private OrcFooters() {}

  /** A file's footer; to be closed. */
  public static Reader open(Path path, Configuration hadoop) throws IOException {
    return OrcFile.createReader(
        path, OrcFile.readerOptions(hadoop).filesystem(path.getFileSystem(hadoop)));
  }

  /** The columns that a footer describes, as {@code spark.read.orc} has them. */
  public static StructType columns(Reader footer) {
    return OrcUtils.toCatalystSchema(footer.getSchema());
  }
}
