package dev.almanac.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.types.StructType;

/**
 * A format whose errors name the file: decorates every format that {@link Formats} holds.
 *
 * @param emptyFileIsEmpty whether a file of 0 bytes has no rows and no columns, as text has;
 *     otherwise it is an error
 */
record CheckedFormat(DataFormat format, boolean emptyFileIsEmpty) implements DataFormat {

  @Override
  public String name() {
    return format.name();
  }

  @Override
  public boolean splittable(String path, FormatContext context) {
    return format.splittable(path, context);
  }

  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    return format.columnar(readSchema, context);
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) {
    if (file.fileLength() == 0) {
      if (emptyFileIsEmpty) {
        return new FileSchema(new StructType());
      }
      throw ReadErrors.empty(file, name());
    }
    try {
      return format.inferSchema(file, context);
    } catch (Exception e) {
      throw ReadErrors.cannotRead(file, name(), e);
    }
  }

  @Override
  public boolean declaresTypes() {
    return format.declaresTypes();
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return new CheckedReader(name(), emptyFileIsEmpty, format.reader(request, context));
  }

  @Override
  public boolean footerStatistics() {
    return format.footerStatistics();
  }

  @Override
  public Optional<FooterAggregation> aggregation(
      List<AggregateFunc> functions, StructType tableSchema, FormatContext context) {
    return format
        .aggregation(functions, tableSchema, context)
        .map(aggregation -> new CheckedAggregation(name(), aggregation));
  }

  private record CheckedAggregation(String format, FooterAggregation aggregation)
      implements FooterAggregation {

    @Override
    public StructType resultSchema() {
      return aggregation.resultSchema();
    }

    @Override
    public Result aggregate(FileSlice file) throws IOException {
      if (file.fileLength() == 0) {
        throw ReadErrors.empty(file, format);
      }
      try {
        return aggregation.aggregate(file);
      } catch (Exception e) {
        throw ReadErrors.cannotRead(file, format, e);
      }
    }
  }
}
