package dev.almanac.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class ParquetFormatTest extends DataFormatContract {

  @Override
  String format() {
    return "parquet";
  }

  @Override
  void write(Dataset<Row> rows, Path file) throws IOException {
    // Small row groups, so that there is something to split.
    sparkWrite(rows, "parquet", Map.of("parquet.block.size", "4096"), file);
  }

  @Override
  String everyType() {
    return Samples.EVERY_TYPE;
  }

  @Override
  boolean emptyFileIsEmpty() {
    return false;
  }
}
