package dev.almanac.text;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * CSV as RFC 4180 has it, with a header, and line feeds as line ends. NULL is nothing at all, an
 * empty string is a pair of quotes; columns with parts hold JSON.
 */
public record CsvLines(Cells cells) implements LineFormat {

  public CsvLines(ZoneId zone) {
    this(new Cells(Scalars.iso(zone), ""));
  }

  @Override
  public String opening(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(CsvLines::quoted).collect(joining(",")) + "\n";
  }

  @Override
  public String row(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "" : quoted(cells.text(row, i)))
        .collect(joining(","));
  }

  @Override
  public String closing(boolean any) {
    return any ? "\n" : "";
  }

  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
            && text.strip().length() == text.length();
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
