package dev.almanac.spark;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.spark.sql.execution.datasources.orc.OrcUtils;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads footers of ORC files, with one open each.
 *
 * <p>Internal: Spark's mapping of ORC types.
 */
public final class OrcFooters {

  /** How old Hive names all columns of a file. */
  private static final String NO_NAME = "_col";

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

  /** Whether the columns of a file have no names, so that they are the table's by position. */
  public static boolean isUnnamed(StructType file) {
    return !file.isEmpty()
        && Arrays.stream(file.fieldNames()).allMatch(name -> name.startsWith(NO_NAME));
  }

  /** The columns of such a file under the table's names. */
  static StructType named(StructType file, StructType table) {
    StructType named = new StructType();
    for (int i = 0; i < Math.min(file.length(), table.length()); i++) {
      StructField field = file.fields()[i];
      named = named.add(table.fields()[i].name(), field.dataType(), field.nullable());
    }
    return named;
  }
}
