package dev.almanac.format;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class JsonFormatTest extends DataFormatContract {

  @Override
  String format() {
    return "json";
  }

  @Override
  void write(Dataset<Row> rows, Path file) throws IOException {
    sparkWrite(rows, "json", Samples.TEXT_OPTIONS, file);
  }

  @Override
  String everyType() {
    return Samples.EVERY_TYPE;
  }

  @Override
  boolean emptyFileIsEmpty() {
    return true;
  }

  @Override
  boolean knowsItsEnd() {
    return false;
  }

  @Override
  boolean typed() {
    return false;
  }
}
