package dev.almanac.format.json;

/**
 * Goes through strings, eight bytes at a time where they are ASCII. Of other characters, it takes
 * only those in the one form that UTF-8 has for each: Jackson is not as strict, and what it makes
 * of other forms is for Spark's parser to find out.
 */
final class Strings {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;

  private Strings() {}

  /**
   * Goes to the first quote, backslash or control character.
   *
   * @return its place, or {@link Plain#NOT} where the text before is not UTF-8
   */
  static int special(byte[] text, int start) {
    int at = start;
    while (true) {
      long eight = Plain.eight(text, at);
      // The lowest high bit that is set here is of the first byte that is a quote, a backslash,
      // below a space or not ASCII.
      long found =
          (((eight ^ QUOTES) - ONES) | ((eight ^ BACKSLASHES) - ONES) | (eight - SPACES) | eight)
              & HIGHS;
      if (found == 0) {
        at += 8;
        continue;
      }
      at += Long.numberOfTrailingZeros(found) >>> 3;
      if (text[at] >= 0) {
        return at;
      }
      at = character(text, at);
      if (at < 0) {
        return Plain.NOT;
      }
    }
  }

  /** Goes through a string, from after its first quote to after its last. */
  static int skip(byte[] text, int start) {
    int at = start;
    while (true) {
      at = special(text, at);
      if (at < 0) {
        return Plain.NOT;
      }
      if (text[at] == '"') {
        return at + 1;
      }
      if (text[at] != '\\') {
        return Plain.NOT;
      }
      at = Escapes.skip(text, at);
      if (at < 0) {
        return Plain.NOT;
      }
    }
  }

  /** Goes through characters that are not ASCII: as the Unicode standard's table 3-7 has them. */
  private static int character(byte[] text, int start) {
    int at = start;
    do {
      int first = text[at] & 0xFF;
      int second = text[at + 1] & 0xFF;
      if (first < 0xC2 || first > 0xF4 || (second & 0xC0) != 0x80) {
        return Plain.NOT;
      }
      if (first < 0xE0) {
        at += 2;
      } else if (first < 0xF0) {
        boolean overlong = first == 0xE0 && second < 0xA0;
        boolean surrogate = first == 0xED && second > 0x9F;
        if (overlong || surrogate || !isContinuation(text[at + 2])) {
          return Plain.NOT;
        }
        at += 3;
      } else {
        boolean overlong = first == 0xF0 && second < 0x90;
        boolean tooHigh = first == 0xF4 && second > 0x8F;
        if (overlong || tooHigh || !isContinuation(text[at + 2]) || !isContinuation(text[at + 3])) {
          return Plain.NOT;
        }
        at += 4;
      }
    } while (text[at] < 0);
    return at;
  }

  private static boolean isContinuation(byte next) {
    return (next & 0xC0) == 0x80;
  }
}
