package dev.almanac.format;

import dev.almanac.format.footer.FileAggregation;
import dev.almanac.format.footer.FooterSource;
import dev.almanac.schema.Nullability;
import dev.almanac.spark.ParquetFooters;
import dev.almanac.spark.ParquetReading;
import dev.almanac.spark.SparkFileFormat;
import dev.almanac.store.FormatOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

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
        Nullability.allNullable(ParquetFooters.columns(footer, context.session())),
        OptionalLong.of(rows));
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return new ParquetReader(
        ParquetReading.of(
            context.session(),
            request.readSchema(),
            request.filters(),
            context.optionsOf(FormatOptions.PARQUET_DATES, FormatOptions.PARQUET_INT96),
            context.hadoop(),
            context.sent(),
            request.columnar(),
            FittingColumns.of(request, context)));
  }

  @Override
  public boolean footerStatistics() {
    return true;
  }

  @Override
  public Optional<FooterAggregation> aggregation(
      List<AggregateFunc> functions, StructType tableSchema, FormatContext context) {
    return FileAggregation.of(
        functions,
        tableSchema,
        context.caseSensitive(),
        () -> new FooterSource.Parquet(context.hadoopForExecutors(), context.caseSensitive()),
        columns -> reader(new ReadRequest(tableSchema, columns, List.of(), false), context));
  }

  private record ParquetReader(ParquetReading reading) implements FileReader {

    @Override
    public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
      return open(slice);
    }

    @Override
    public PartitionReader<ColumnarBatch> batches(FileSlice slice) throws IOException {
      return open(slice);
    }

    private <T> PartitionReader<T> open(FileSlice slice) throws IOException {
      return reading.open(slice.hadoopPath(), slice.start(), slice.length(), slice.fileLength());
    }
  }
}
