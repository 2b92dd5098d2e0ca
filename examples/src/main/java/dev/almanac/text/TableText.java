package dev.almanac.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jline.utils.WCWidth;

/**
 * A result as a table for the eye: numbers to the right, all else to the left, columns as wide as
 * they need to be. Where the screen is narrower, the widest columns give way, and what is cut off a
 * cell shows as {@code …}.
 *
 * @param cells how values become text
 * @param screen the columns of the terminal, or 0 where there is none: nothing is cut then
 */
public record TableText(Cells cells, int screen) {

  /** Narrower than this no column gets. */
  private static final int NARROWEST = 8;

  /** The table, with a line break at its end. */
  public String of(StructType schema, List<Row> rows) {
    int columns = schema.length();
    List<String[]> lines = new ArrayList<>();
    String[] header = schema.fieldNames().clone();
    lines.add(oneLine(header));
    for (Row row : rows) {
      String[] line = new String[columns];
      for (int i = 0; i < columns; i++) {
        line[i] = cells.text(row, i);
      }
      lines.add(oneLine(line));
    }

    int[] widths = new int[columns];
    for (String[] line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(line[i]));
      }
    }
    fit(widths);

    StringBuilder table = new StringBuilder();
    String rule = rule(widths);
    table.append(rule);
    for (int n = 0; n < lines.size(); n++) {
      for (int i = 0; i < columns; i++) {
        boolean right = n > 0 && isNumber(schema.apply(i));
        table.append(i == 0 ? "| " : " | ").append(padded(lines.get(n)[i], widths[i], right));
      }
      table.append(" |\n").append(n == 0 ? rule : "");
    }
    return table.append(lines.size() > 1 ? rule : "").toString();
  }

  /** Takes from the widest column until the table fits the screen, or no column can give more. */
  private void fit(int[] widths) {
    int excess = 1 - screen;
    for (int width : widths) {
      excess += width + 3;
    }
    while (screen > 0 && excess > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static boolean isNumber(StructField field) {
    return field.dataType() instanceof NumericType;
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder();
    for (int width : widths) {
      rule.append('+').append("-".repeat(width + 2));
    }
    return rule.append("+\n").toString();
  }

  private static String padded(String text, int width, boolean right) {
    String cut = cut(text, width);
    String space = " ".repeat(width - width(cut));
    return right ? space + cut : cut + space;
  }

  private static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int c = text.codePointAt(end);
      used += Math.max(0, WCWidth.wcwidth(c));
      if (used > width - 1) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end) + "…";
  }

  /**
   * The columns that a terminal needs for the text: two for a Chinese character, none for an
   * accent.
   */
  private static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** A cell is one line: line breaks, tabs and other controls show as what they are. */
  private static String[] oneLine(String[] line) {
    for (int i = 0; i < line.length; i++) {
      line[i] =
          line[i]
              .replace("\n", "\\n")
              .replace("\r", "\\r")
              .replace("\t", "\\t")
              .replaceAll("\\p{Cntrl}", "\uFFFD");
    }
    return line;
  }
}
