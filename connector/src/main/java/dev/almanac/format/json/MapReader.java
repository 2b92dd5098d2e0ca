package dev.almanac.format.json;

/** Reads objects into maps. */
final class MapReader extends ValueReader {

  private final MapColumn column;
  private final StringReader keys;
  private final ValueReader values;

  MapReader(MapColumn column, StringReader keys, ValueReader values) {
    this.column = column;
    this.keys = keys;
    this.values = values;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int start) {
    if (text[start] != '{') {
      return Plain.NOT;
    }
    int at = Plain.skipSpace(text, start + 1);
    if (text[at] == '}') {
      column.addFilled();
      return at + 1;
    }
    while (text[at] == '"') {
      at = readEntry(text, at);
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] == '}') {
        column.addFilled();
        return at + 1;
      }
      if (text[at] != ',') {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at + 1);
    }
    return Plain.NOT;
  }

  private int readEntry(byte[] text, int start) {
    int at = keys.read(text, start);
    if (at < 0) {
      return Plain.NOT;
    }
    if (at - start > Keys.LONGEST) {
      return Plain.NOT;
    }
    at = Plain.skipSpace(text, at);
    return text[at] == ':' ? values.readNullable(text, Plain.skipSpace(text, at + 1)) : Plain.NOT;
  }
}
