package dev.almanac.format.json;

/**
 * Reads strings. Any other value is its own text: Spark's parser gives a column of strings a number
 * or an object as it is written.
 */
final class StringReader extends ValueReader {

  private final StringColumn column;
  private final Texts texts;

  StringReader(StringColumn column, Texts texts) {
    this.column = column;
    this.texts = texts;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    if (text[at] != '"') {
      int end = Skip.value(text, at);
      column.addFromLines(at, end - at);
      return end;
    }
    int end = Strings.special(text, at + 1);
    if (end < 0) {
      return Plain.NOT;
    }
    if (text[end] == '"') {
      column.addFromLines(at + 1, end - at - 1);
      return end + 1;
    }
    return text[end] == '\\' ? readEscaped(text, at + 1, end) : Plain.NOT;
  }

  /** Reads a string that has escapes, from after its first quote on. */
  private int readEscaped(byte[] text, int start, int firstEscape) {
    int written = texts.size();
    int from = start;
    int at = firstEscape;
    while (text[at] == '\\') {
      texts.write(text, from, at - from);
      from = Escapes.write(text, at, texts);
      if (from < 0) {
        return Plain.NOT;
      }
      at = Strings.special(text, from);
      if (at < 0) {
        return Plain.NOT;
      }
    }
    if (text[at] != '"') {
      return Plain.NOT;
    }
    texts.write(text, from, at - from);
    column.addWritten(written);
    return at + 1;
  }
}
