package dev.almanac.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class AvroFormatTest extends DataFormatContract {

  @Override
  String format() {
    return "avro";
  }

  @Override
  void write(Dataset<Row> rows, Path file) throws IOException {
    sparkWrite(rows, "avro", Map.of(), file);
  }

  @Override
  String everyType() {
    return Samples.EVERY_TYPE.replace("TINYINT(", "INT(").replace("SMALLINT(", "INT(");
  }

  @Override
  boolean emptyFileIsEmpty() {
    return false;
  }

  @Override
  boolean columnar() {
    return false;
  }

  @Override
  boolean smallIntegers() {
    return false;
  }
}
