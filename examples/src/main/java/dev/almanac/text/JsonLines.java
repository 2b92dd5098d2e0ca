package dev.almanac.text;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as JSON objects.
 *
 * @param array whether they stand in one array, or each alone on its line
 */
public record JsonLines(JsonText json, boolean array) implements LineFormat {

  @Override
  public String opening(StructType schema) {
    return array ? "[" : "";
  }

  @Override
  public String row(Row row) {
    return json.row(row);
  }

  @Override
  public String separator() {
    return array ? ",\n" : "\n";
  }

  @Override
  public String closing(boolean any) {
    return array ? "]\n" : any ? "\n" : "";
  }
}
