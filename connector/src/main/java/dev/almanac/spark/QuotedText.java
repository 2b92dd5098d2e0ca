package dev.almanac.spark;

/**
 * The rules of quoted values in delimited text.
 *
 * @param escape what stands before a quote inside a quoted value; the quote itself, if it is
 *     doubled
 */
record QuotedText(String delimiter, char quote, char escape) {

  /**
   * Whether every quoted value ends right before a delimiter, a line end or the end of the text.
   *
   * @param whole whether the text is complete, rather than cut off anywhere
   */
  boolean wellFormed(String text, boolean whole) {
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != quote) {
        at = endOfUnquoted(text, at);
      } else {
        int end = endOfQuoted(text, at + 1);
        if (end < 0) {
          return !whole;
        }
        if (end < text.length() && !isEnd(text, end)) {
          return false;
        }
        at = end;
      }
      at = afterEnd(text, at);
    }
    return true;
  }

  private int endOfUnquoted(String text, int start) {
    int at = start;
    while (at < text.length() && !isEnd(text, at)) {
      at++;
    }
    return at;
  }

  /** The position after the closing quote; negative if there is none. */
  private int endOfQuoted(String text, int start) {
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean escapes =
          c == escape
              && at + 1 < text.length()
              && (escape != quote || text.charAt(at + 1) == quote);
      if (escapes) {
        at++;
      } else if (c == quote) {
        return at + 1;
      }
    }
    return -1;
  }

  private boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r' || text.startsWith(delimiter, at);
  }

  private int afterEnd(String text, int at) {
    return text.startsWith(delimiter, at) ? at + delimiter.length() : at + 1;
  }
}
