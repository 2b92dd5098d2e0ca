package dev.almanac.format.json;

/** Reads arrays. */
final class ArrayReader extends ValueReader {

  private final ArrayColumn column;
  private final ValueReader elements;

  ArrayReader(ArrayColumn column, ValueReader elements) {
    this.column = column;
    this.elements = elements;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int start) {
    if (text[start] != '[') {
      return Plain.NOT;
    }
    int at = Plain.skipSpace(text, start + 1);
    if (text[at] == ']') {
      column.addFilled();
      return at + 1;
    }
    while (true) {
      at = elements.readNullable(text, at);
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] == ']') {
        column.addFilled();
        return at + 1;
      }
      if (text[at] != ',') {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at + 1);
    }
  }
}
