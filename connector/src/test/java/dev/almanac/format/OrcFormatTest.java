package dev.almanac.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class OrcFormatTest extends DataFormatContract {

  @Override
  String format() {
    return "orc";
  }

  @Override
  void write(Dataset<Row> rows, Path file) throws IOException {
    sparkWrite(rows, "orc", Map.of("orc.stripe.size", "4096"), file);
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
