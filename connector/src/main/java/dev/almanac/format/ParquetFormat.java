package dev.almanac.format;

import dev.almanac.schema.Nullability;
import dev.almanac.spark.ParquetFooters;
import dev.almanac.spark.SparkFileFormat;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.types.StructType;

/** Parquet, by Spark's own vectorised reader. Options {@code parquet.*} go to that reader. */
final class ParquetFormat implements DataFormat {

  private final SparkFileFormat spark = SparkFileFormat.parquet();

  @Override
  public String name() {
    return "parquet";
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
    Path path = file.hadoopPath();
    ParquetMetadata footer = ParquetFooters.read(path, file.fileLength(), context.hadoop());
    long rows = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    return new FileSchema(
        Nullability.allNullable(ParquetFooters.columns(path, footer, context.session())),
        OptionalLong.of(rows));
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return SparkReader.of(spark, name(), request, context);
  }
}
