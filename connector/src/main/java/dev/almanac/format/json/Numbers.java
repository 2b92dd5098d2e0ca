package dev.almanac.format.json;

/** Goes through numbers, as JSON has them. */
final class Numbers {

  /** Jackson has a limit, which depends on how a number is asked for. */
  private static final int LONGEST = 100;

  private Numbers() {}

  static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }

  /** Goes through digits; there may be none. */
  static int digits(byte[] text, int start) {
    int at = start;
    while (isDigit(text[at])) {
      at++;
    }
    return at;
  }

  /** Goes through a whole number without sign: 0, or digits of which the first is not 0. */
  static int whole(byte[] text, int at) {
    if (text[at] == '0') {
      return isDigit(text[at + 1]) ? Plain.NOT : at + 1;
    }
    int end = digits(text, at);
    return end == at ? Plain.NOT : end;
  }

  /** Goes through any number. */
  static int skip(byte[] text, int start) {
    int at = whole(text, text[start] == '-' ? start + 1 : start);
    if (at < 0) {
      return Plain.NOT;
    }
    if (text[at] == '.') {
      int end = digits(text, at + 1);
      if (end == at + 1) {
        return Plain.NOT;
      }
      at = end;
    }
    if (text[at] == 'e' || text[at] == 'E') {
      at = exponent(text, at);
    }
    return at - start > LONGEST ? Plain.NOT : at;
  }

  /** Goes through an exponent, from its letter on. */
  static int exponent(byte[] text, int at) {
    int first = text[at + 1] == '-' || text[at + 1] == '+' ? at + 2 : at + 1;
    int end = digits(text, first);
    return end == first ? Plain.NOT : end;
  }
}
