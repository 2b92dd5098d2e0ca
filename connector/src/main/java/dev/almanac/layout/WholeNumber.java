package dev.almanac.layout;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Whole numbers in names: ASCII digits only, where {@link Integer#parseInt} takes signs and more.
 */
final class WholeNumber {

  /** Those of hours, which are kept with each of very many files. */
  private static final OptionalInt[] SMALL =
      IntStream.range(0, 24).mapToObj(OptionalInt::of).toArray(OptionalInt[]::new);

  private WholeNumber() {}

  /** A number, for small ones always the same object. */
  static OptionalInt of(int number) {
    return number >= 0 && number < SMALL.length ? SMALL[number] : OptionalInt.of(number);
  }

  /** A number from 0 to 2147483647; empty for any other text. */
  static OptionalInt parse(String text) {
    if (text.isEmpty() || end(text, 0) < text.length()) {
      return OptionalInt.empty();
    }
    int start = skipZeros(text, 0, text.length());
    if (text.length() - start > 10) {
      return OptionalInt.empty();
    }
    long value = start == text.length() ? 0 : Long.parseLong(text, start, text.length(), 10);
    return value > Integer.MAX_VALUE ? OptionalInt.empty() : of((int) value);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the digits that start at a position end; the position itself where there are none. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Compares two runs of digits of any length as numbers. */
  static int compare(String a, int startA, int endA, String b, int startB, int endB) {
    int i = skipZeros(a, startA, endA);
    int j = skipZeros(b, startB, endB);
    if (endA - i != endB - j) {
      return Integer.compare(endA - i, endB - j);
    }
    for (; i < endA; i++, j++) {
      if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      }
    }
    return 0;
  }

  private static int skipZeros(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
