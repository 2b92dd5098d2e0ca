package dev.almanac.format.json;

/**
 * Escapes in strings: the eight of one letter, and {@code \\u} with four digits. Halves of a
 * surrogate pair are plain only with each other.
 */
final class Escapes {

  private static final int NONE = -1;

  private Escapes() {}

  /** Goes through an escape, from its backslash on. */
  static int skip(byte[] text, int at) {
    int character = character(text, at);
    return character == NONE ? Plain.NOT : at + length(text, at, character);
  }

  /** Writes the character that an escape stands for, and goes through it. */
  static int write(byte[] text, int at, Texts texts) {
    int character = character(text, at);
    if (character == NONE) {
      return Plain.NOT;
    }
    texts.write(character);
    return at + length(text, at, character);
  }

  private static int length(byte[] text, int at, int character) {
    if (text[at + 1] != 'u') {
      return 2;
    }
    return Character.isSupplementaryCodePoint(character) ? 12 : 6;
  }

  private static int character(byte[] text, int at) {
    return switch (text[at + 1]) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode(text, at);
      default -> NONE;
    };
  }

  private static int unicode(byte[] text, int at) {
    int unit = digits(text, at + 2);
    if (unit == NONE || !Character.isSurrogate((char) unit)) {
      return unit;
    }
    // The second half is looked at only if there is one: the line may end.
    if (!Character.isHighSurrogate((char) unit) || text[at + 6] != '\\' || text[at + 7] != 'u') {
      return NONE;
    }
    int second = digits(text, at + 8);
    return second != NONE && Character.isLowSurrogate((char) second)
        ? Character.toCodePoint((char) unit, (char) second)
        : NONE;
  }

  private static int digits(byte[] text, int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = text[i] < 0 ? NONE : Character.digit(text[i], 16);
      if (digit < 0) {
        return NONE;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }
}
