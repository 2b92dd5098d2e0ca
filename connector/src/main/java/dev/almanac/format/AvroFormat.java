package dev.almanac.format;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.schema.FileFit;
import dev.almanac.schema.Nullability;
import dev.almanac.schema.Widening;
import dev.almanac.spark.AvroHeaders;
import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.SparkFileFormat;
import dev.almanac.spark.SparkFileReader;
import dev.almanac.store.FormatOptions;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

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

  /** Not by Spark's own inference, which knows the session's settings and not the store's. */
  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException {
    requireModule(context);
    return new FileSchema(
        Nullability.allNullable(
            AvroHeaders.columns(DataFiles.openSequential(file, context.hadoop()))));
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    SparkFileReader spark =
        requireModule(context)
            .reader(
                context.session(),
                request.tableSchema(),
                request.readSchema(),
                request.filters(),
                context.optionsOf(FormatOptions.AVRO_DATES),
                context.hadoop(),
                false);
    return new AvroReader(
        spark,
        request.readSchema(),
        context.caseSensitive(),
        request.opened(),
        context.hadoopForExecutors());
  }

  private static SparkFileFormat requireModule(FormatContext context) {
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

  /** Spark's reader turns some types into others as it can; hence the look at the header before. */
  private record AvroReader(
      SparkFileReader spark,
      StructType columns,
      boolean caseSensitive,
      OpenedColumns opened,
      HadoopConf hadoop)
      implements FileReader {

    /** Of what is safe, Spark's reader can do all but these. */
    private static boolean isRead(DataType file, DataType table) {
      return Widening.isSafe(file, table)
          && (!(file instanceof NullType) || table instanceof NullType)
          && (!(table instanceof DecimalType) || file instanceof DecimalType);
    }

    @Override
    public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
      StructType file = AvroHeaders.columns(DataFiles.openSequential(slice, hadoop.value()));
      Optional<FileFit.Mismatch> mismatch =
          FileFit.mismatch(file, columns, caseSensitive, AvroReader::isRead);
      if (mismatch.isPresent()) {
        throw ReadErrors.doesNotFit(slice.path(), mismatch.get());
      }
      opened.opened(slice.path(), file);
      return spark.open(
          slice.hadoopPath(),
          slice.start(),
          slice.length(),
          slice.fileLength(),
          slice.modifiedAt());
    }

    @Override
    public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
      throw new UnsupportedOperationException("Avro is read by rows");
    }
  }
}
