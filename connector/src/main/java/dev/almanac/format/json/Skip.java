package dev.almanac.format.json;

/** Goes through values that nobody asked for, as carefully as through others. */
final class Skip {

  /** Jackson's own limit is 1,000, or what an option says. */
  private static final int DEEPEST = 100;

  private Skip() {}

  /** Goes through a value. */
  static int value(byte[] text, int at) {
    return value(text, at, 0);
  }

  private static int value(byte[] text, int at, int depth) {
    return switch (text[at]) {
      case '"' -> Strings.skip(text, at + 1);
      case '{' -> depth == DEEPEST ? Plain.NOT : object(text, at + 1, depth + 1);
      case '[' -> depth == DEEPEST ? Plain.NOT : array(text, at + 1, depth + 1);
      case 't' -> Plain.literal(text, at, Plain.TRUE);
      case 'f' -> Plain.literal(text, at + 1, Plain.ALSE);
      case 'n' -> Plain.literal(text, at, Plain.NULL);
      default -> Numbers.skip(text, at);
    };
  }

  private static int object(byte[] text, int start, int depth) {
    int at = Plain.skipSpace(text, start);
    if (text[at] == '}') {
      return at + 1;
    }
    while (text[at] == '"') {
      at = Strings.skip(text, at + 1);
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] != ':') {
        return Plain.NOT;
      }
      at = value(text, Plain.skipSpace(text, at + 1), depth);
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] == '}') {
        return at + 1;
      }
      if (text[at] != ',') {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at + 1);
    }
    return Plain.NOT;
  }

  private static int array(byte[] text, int start, int depth) {
    int at = Plain.skipSpace(text, start);
    if (text[at] == ']') {
      return at + 1;
    }
    while (true) {
      at = value(text, at, depth);
      if (at < 0) {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at);
      if (text[at] == ']') {
        return at + 1;
      }
      if (text[at] != ',') {
        return Plain.NOT;
      }
      at = Plain.skipSpace(text, at + 1);
    }
  }
}
