package dev.almanac.format;

import dev.almanac.schema.Nullability;
import dev.almanac.spark.OrcFooters;
import dev.almanac.spark.SparkFileFormat;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.orc.Reader;
import org.apache.spark.sql.types.StructType;

/** ORC, by Spark's own vectorised reader. Options {@code orc.*} go to that reader. */
final class OrcFormat implements DataFormat {

  private final SparkFileFormat spark = SparkFileFormat.orc();

  @Override
  public String name() {
    return "orc";
  }

  @Override
  public boolean splittable(String path, FormatContext context) {
    return true;
  }

  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    return spark.columnar(context.session(), readSchema);
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException {
    try (Reader footer = OrcFooters.open(file.hadoopPath(), context.hadoop())) {
      return new FileSchema(
          Nullability.allNullable(OrcFooters.columns(footer)),
          OptionalLong.of(footer.getNumberOfRows()));
    }
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return SparkReader.of(spark, name(), request, context);
  }
}
