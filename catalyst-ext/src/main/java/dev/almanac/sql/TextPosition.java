package dev.almanac.sql;

/**
 * A place in a text as Spark's parser counts it.
 *
 * @param line from 1
 * @param column from 0, in code points
 */
public record TextPosition(int line, int column) {

  /** The position of an offset. */
  public static TextPosition of(String text, int offset) {
    int end = Math.min(offset, text.length());
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new TextPosition(line, text.codePointCount(lineStart, end));
  }

  /** The offset of this position; that of the end where the text has no such place. */
  public int offset(String text) {
    int lineStart = 0;
    for (int skipped = 1; skipped < line; skipped++) {
      int lineBreak = text.indexOf('\n', lineStart);
      if (lineBreak < 0) {
        return text.length();
      }
      lineStart = lineBreak + 1;
    }
    int column = Math.min(this.column, text.codePointCount(lineStart, text.length()));
    return text.offsetByCodePoints(lineStart, column);
  }
}
