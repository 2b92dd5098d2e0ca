package dev.almanac.generate;

import dev.almanac.text.JsonText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows as JSON lines. */
final class JsonRows {

  private static final JsonText JSON = new JsonText(ZoneOffset.UTC);

  private JsonRows() {}

  /** Writes the rows and closes the stream. */
  static void write(List<Row> rows, StructType schema, OutputStream stream) throws IOException {
    try (OutputStream out = new BufferedOutputStream(stream)) {
      for (Row row : rows) {
        out.write(JSON.row(row, schema).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    }
  }
}
