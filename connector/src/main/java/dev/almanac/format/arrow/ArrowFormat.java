package dev.almanac.format.arrow;

import dev.almanac.format.DataFormat;
import dev.almanac.format.FileReader;
import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.format.ReadRequest;
import dev.almanac.spark.SparkFileFormat;
import java.io.IOException;
import org.apache.spark.sql.types.StructType;

/**
 * Arrow IPC, files (Feather version 2 is the same) and streams, plain or with LZ4 or ZSTD buffers.
 */
public final class ArrowFormat implements DataFormat {

  @Override
  public String name() {
    return "arrow";
  }

  /** Files are split between record batches; of a stream, the first slice has all. */
  @Override
  public boolean splittable(String path, FormatContext context) {
    return true;
  }

  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    return SparkFileFormat.columnarPlan(context.session(), readSchema);
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException {
    try (IpcSource source = IpcSource.open(file, context.hadoop())) {
      ArrowTypes.checkTimes(source.fields(), file.path(), timesEnabled(context));
      return new FileSchema(ArrowTypes.columns(source.fields(), file.path()));
    }
  }

  private static boolean timesEnabled(FormatContext context) {
    return Boolean.parseBoolean(
        context.session().conf().get("spark.sql.timeType.enabled", "false"));
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return new ArrowReader(
        request.readSchema(),
        context.caseSensitive(),
        request.opened(),
        context.hadoopForExecutors());
  }
}
