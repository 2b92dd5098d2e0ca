package dev.almanac.format.json;

/** Reads objects into structs. */
final class StructReader extends ValueReader {

  private final StructColumn column;
  private final Keys keys;

  StructReader(StructColumn column, Keys keys) {
    this.column = column;
    this.keys = keys;
  }

  @Override
  StructColumn column() {
    return column;
  }

  @Override
  int read(byte[] text, int start) {
    if (text[start] != '{') {
      return Plain.NOT;
    }
    int row = column.size();
    int filled = 0;
    int at = Plain.skipSpace(text, start + 1);
    if (text[at] == '}') {
      column.addFilled(0);
      return at + 1;
    }
    Key key = keys.start();
    while (text[at] == '"') {
      key = keys.after(key, text, at + 1);
      if (key == null) {
        return Plain.NOT;
      }
      at = valueAfter(text, at + 1 + key.length());
      if (at < 0) {
        return Plain.NOT;
      }
      if (!key.isWanted()) {
        at = Skip.value(text, at);
      } else if (key.column().size() == row) {
        at = key.reader().readNullable(text, at);
        filled++;
      } else {
        return Plain.NOT; // the key is there twice
      }
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] == '}') {
        column.addFilled(filled);
        return at + 1;
      }
      if (text[at] != ',') {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at + 1);
    }
    return Plain.NOT;
  }

  /** Goes through the colon between a key and its value. */
  private static int valueAfter(byte[] text, int end) {
    int at = Plain.skipSpace(text, end);
    return text[at] == ':' ? Plain.skipSpace(text, at + 1) : Plain.NOT;
  }
}
