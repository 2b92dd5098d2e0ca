package dev.almanac.format;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.schema.Nullability;
import dev.almanac.spark.SparkFileFormat;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.types.StructType;

/**
 * Avro, by Spark's own reader, which is in a module that Spark does not ship with: {@code
 * spark-avro}. Options {@code avro.*} go to that reader.
 */
final class AvroFormat implements DataFormat {

  @Override
  public String name() {
    return "avro";
  }

  @Override
  public boolean splittable(String path, FormatContext context) {
    return true;
  }

  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    return false;
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) {
    FileStatus status = new FileStatus(file.fileLength(), false, 0, 0, 0, file.hadoopPath());
    return new FileSchema(
        Nullability.allNullable(
            spark(context).inferSchema(context.session(), context.optionsOf(name()), status)));
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return SparkReader.of(spark(context), name(), request, context);
  }

  private static SparkFileFormat spark(FormatContext context) {
    try {
      return SparkFileFormat.avro();
    } catch (ClassNotFoundException e) {
      throw AlmanacException.of(
          Condition.UNSUPPORTED,
          "Cannot read Avro files: Spark's module for them is not on the class path. Start Spark"
              + " with --packages org.apache.spark:spark-avro_2.13:"
              + context.session().version(),
          e);
    }
  }
}
