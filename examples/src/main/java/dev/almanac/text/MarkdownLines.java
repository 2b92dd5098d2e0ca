package dev.almanac.text;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** A table as GitHub's Markdown has it, numbers to the right. */
public record MarkdownLines(Cells cells) implements LineFormat {

  public MarkdownLines(ZoneId zone) {
    this(new Cells(Scalars.plain(zone), "NULL"));
  }

  @Override
  public String opening(StructType schema) {
    String names =
        Arrays.stream(schema.fieldNames())
            .map(MarkdownLines::escaped)
            .collect(joining(" | ", "| ", " |\n"));
    String rules =
        Arrays.stream(schema.fields())
            .map(field -> field.dataType() instanceof NumericType ? "---:" : "---")
            .collect(joining(" | ", "| ", " |\n"));
    return names + rules;
  }

  @Override
  public String row(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> escaped(cells.text(row, i)))
        .collect(joining(" | ", "| ", " |"));
  }

  @Override
  public String closing(boolean any) {
    return any ? "\n" : "";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("\r\n", "<br>")
        .replace("\n", "<br>")
        .replace("\r", "<br>");
  }
}
