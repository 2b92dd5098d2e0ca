package dev.almanac.format;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class CsvFormatTest extends DataFormatContract {

  @Override
  String format() {
    return "csv";
  }

  @Override
  void write(Dataset<Row> rows, Path file) throws IOException {
    sparkWrite(rows, "csv", Samples.TEXT_OPTIONS, file);
  }

  @Override
  String everyType() {
    return Samples.EVERY_SIMPLE_TYPE;
  }

  @Override
  boolean emptyFileIsEmpty() {
    return true;
  }

  @Override
  boolean nests() {
    return false;
  }

  @Override
  boolean columnar() {
    return false;
  }

  @Override
  boolean splits() {
    return false; // a line end may belong to a value
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
