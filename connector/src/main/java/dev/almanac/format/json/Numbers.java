package dev.almanac.format.json;

/** Goes through numbers, as JSON has them. */
final class Numbers {

  /** Jackson has a limit, which depends on how a number is asked for. */
  private static final int LONGEST = 100;

  private static final long ZEROS = 0x3030303030303030L;
  private static final long TO_HIGH_BIT = 0x7676767676767676L; // from ten on
  private static final long HIGHS = 0x8080808080808080L;

  private static final int MOST_DIGITS = 19; // that fit into a long without sign

  private static final long[] TENS = new long[MOST_DIGITS];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1];
    }
  }

  private Numbers() {}

  static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }

  /** Goes through digits; there may be none. */
  static int digits(byte[] text, int start) {
    int at = start;
    while (true) {
      long eight = Plain.eight(text, at) ^ ZEROS;
      // The lowest high bit that is set here is of the first byte that is no digit.
      long found = ((eight + TO_HIGH_BIT) | eight) & HIGHS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      at += 8;
    }
  }

  /** The value of digits, at most 19; without sign, if it is negative as a {@code long}. */
  static long value(byte[] text, int start, int end) {
    long value = 0;
    int at = start;
    for (; end - at >= 8; at += 8) {
      value = value * TENS[8] + ofEight(Plain.eight(text, at) ^ ZEROS);
    }
    int rest = end - at;
    if (rest > 0) {
      long leadingZeros = (Plain.eight(text, at) ^ ZEROS) << (64 - 8 * rest);
      value = value * TENS[rest] + ofEight(leadingZeros);
    }
    return value;
  }

  /** The value of eight digits, a byte each, the first in the lowest bits. */
  private static long ofEight(long digits) {
    long pairs = digits * 10 + (digits >>> 8); // in every other byte
    long first = (pairs & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
    long second = ((pairs >>> 16) & 0x000000FF000000FFL) * (1 + (10_000L << 32));
    return (first + second) >>> 32;
  }

  /** Ten to some power, of at most 18. */
  static long ten(int power) {
    return TENS[power];
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
