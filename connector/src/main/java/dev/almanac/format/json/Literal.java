package dev.almanac.format.json;

/**
 * Some bytes that text is compared with: the first 24 at once, without branches, as what is
 * compared is mostly that long, and mostly equal.
 */
final class Literal {

  /** Nothing is equal to it. */
  static final Literal NONE = new Literal(new byte[0], 0, 0, 1);

  private static final int WORDS = 3; // that are compared at once

  private final int length;
  private final int reach; // how far is looked
  private final long first;
  private final long firstMask;
  private final long second;
  private final long secondMask;
  private final long third;
  private final long thirdMask;
  private final long[] rest; // the bytes after them; the rest of the last word is 0
  private final long restMask; // of the last word

  Literal(byte[] text, int start, int end) {
    this(text, start, end, 0);
  }

  /**
   * @param more bits that are set in the first word, where the mask has none
   */
  private Literal(byte[] text, int start, int end, long more) {
    this.length = end - start;
    int words = Math.max(WORDS, (length + 7) / 8);
    this.reach = 8 * words;
    this.first = word(text, start, end) | more;
    this.firstMask = mask(length);
    this.second = word(text, start + 8, end);
    this.secondMask = mask(length - 8);
    this.third = word(text, start + 16, end);
    this.thirdMask = mask(length - 16);
    this.rest = new long[words - WORDS];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = word(text, start + 8 * (WORDS + i), end);
    }
    this.restMask = mask(length - 8 * (words - 1));
  }

  /** The bytes before an end, at most eight, the first in the lowest bits. */
  private static long word(byte[] text, int start, int end) {
    long word = 0;
    for (int i = Math.min(end, start + 8) - 1; i >= start; i--) {
      word = (word << 8) | (text[i] & 0xFF);
    }
    return word;
  }

  /** The bits of so many bytes, of which a word has eight at most, and none at least. */
  private static long mask(int bytes) {
    return bytes >= 8 ? -1L : (1L << (8 * Math.max(bytes, 0))) - 1;
  }

  int length() {
    return length;
  }

  /** Whether a part of a text is these bytes. */
  boolean is(byte[] text, int start, int end) {
    return length == end - start && isAt(text, start);
  }

  /** Whether a text has these bytes at a place. */
  boolean isAt(byte[] text, int at) {
    if (at > text.length - reach) {
      return false; // so long that it cannot be: the text ends before
    }
    long difference =
        ((Plain.eight(text, at) & firstMask) ^ first)
            | ((Plain.eight(text, at + 8) & secondMask) ^ second)
            | ((Plain.eight(text, at + 16) & thirdMask) ^ third);
    return difference == 0 && (rest.length == 0 || restIsAt(text, at + 8 * WORDS));
  }

  private boolean restIsAt(byte[] text, int at) {
    int last = rest.length - 1;
    for (int i = 0; i < last; i++) {
      if (Plain.eight(text, at + 8 * i) != rest[i]) {
        return false;
      }
    }
    return (Plain.eight(text, at + 8 * last) & restMask) == rest[last];
  }
}
