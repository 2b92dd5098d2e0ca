package dev.almanac.format.json;

/**
 * Reads objects into structs. As objects mostly have the same keys in the same order, what is
 * between two values is first compared with what was there before, all at once.
 */
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
    int at = start + 1;
    Key key = keys.start();
    while (true) {
      Literal likely = key.toNext();
      if (likely.isAt(text, at)) {
        at += likely.length();
        key = key.next();
      } else {
        int quote = Plain.skipSpace(text, at);
        if (text[quote] == '}') {
          column.addFilled(filled);
          return quote + 1;
        }
        if (key != keys.start()) {
          if (text[quote] != ',') {
            return Plain.NOT;
          }
          quote = Plain.skipSpace(text, quote + 1);
        }
        Key found = text[quote] == '"' ? keys.at(text, quote + 1) : null;
        if (found == null) {
          return Plain.NOT;
        }
        int value = valueAfter(text, quote + 1 + found.written().length());
        if (value < 0) {
          return Plain.NOT;
        }
        key.follow(found, text, at, value);
        key = found;
        at = value;
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
    }
  }

  /** Goes through the colon between a key and its value. */
  private static int valueAfter(byte[] text, int end) {
    int at = Plain.skipSpace(text, end);
    return text[at] == ':' ? Plain.skipSpace(text, at + 1) : Plain.NOT;
  }
}
