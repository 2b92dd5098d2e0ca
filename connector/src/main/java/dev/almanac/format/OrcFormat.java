package dev.almanac.format;

import dev.almanac.format.footer.FileAggregation;
import dev.almanac.format.footer.FooterSource;
import dev.almanac.schema.Nullability;
import dev.almanac.spark.OrcFooters;
import dev.almanac.spark.OrcReading;
import dev.almanac.spark.SparkFileFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.orc.Reader;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** ORC, by Spark's own vectorised reader. */
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
    return new OrcReader(
        OrcReading.of(
            context.session(),
            request.tableSchema(),
            request.readSchema(),
            request.filters(),
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
        () -> new FooterSource.Orc(context.hadoopForExecutors(), context.caseSensitive()),
        columns -> reader(new ReadRequest(tableSchema, columns, List.of(), false), context));
  }

  private record OrcReader(OrcReading reading) implements FileReader {

    @Override
    public PartitionReader<InternalRow> rows(FileSlice slice) throws IOException {
      return reading.open(slice.hadoopPath(), slice.start(), slice.length());
    }

    @Override
    public PartitionReader<ColumnarBatch> batches(FileSlice slice) throws IOException {
      return reading.open(slice.hadoopPath(), slice.start(), slice.length());
    }
  }
}
