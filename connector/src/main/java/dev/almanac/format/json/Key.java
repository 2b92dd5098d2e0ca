package dev.almanac.format.json;

import java.util.Optional;

/** A key of objects as it is written, and what its values are for. */
final class Key {

  /** Stands for no key: nothing is equal to it. */
  static final Key NONE = new Key();

  private final long[] words; // the text with its last quote; the rest of the last word is 0
  private final long lastMask;
  private final int length;
  private final int hash;
  private final ValueReader reader; // null for keys that no column has
  private final Column column; // the reader's, or null
  private Key next; // what came after it in the object before; set by follow()

  private Key() {
    this.words = new long[] {1};
    this.lastMask = 0;
    this.length = 0;
    this.hash = 0;
    this.reader = null;
    this.column = null;
    this.next = this;
  }

  /** What comes before the first key of an object. */
  static Key start() {
    return new Key();
  }

  /** The key of which these bytes, the last a quote, are the text after the first quote. */
  Key(byte[] text, int start, int end, Optional<ValueReader> reader) {
    this.length = end - start;
    this.words = new long[(length + 7) / 8];
    for (int i = 0; i < length; i++) {
      words[i / 8] |= (text[start + i] & 0xFFL) << (8 * (i % 8));
    }
    int inLast = length - 8 * (words.length - 1);
    this.lastMask = inLast == 8 ? -1L : (1L << (8 * inLast)) - 1;
    this.hash = hash(text, start, end);
    this.reader = reader.orElse(null);
    this.column = reader.map(ValueReader::column).orElse(null);
    this.next = NONE;
  }

  static int hash(byte[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }

  int hash() {
    return hash;
  }

  /** Whether the text at a place, after a quote, is this key and a quote. */
  boolean isAt(byte[] text, int at) {
    int last = words.length - 1;
    if (at + length + Plain.PADDING > text.length) {
      return false; // so long that it cannot be: the text ends before
    }
    for (int i = 0; i < last; i++) {
      if (Plain.eight(text, at + 8 * i) != words[i]) {
        return false;
      }
    }
    return (Plain.eight(text, at + 8 * last) & lastMask) == words[last];
  }

  /** The number of bytes, with the last quote. */
  int length() {
    return length;
  }

  boolean isWanted() {
    return reader != null;
  }

  /** Only of a key that is wanted. */
  ValueReader reader() {
    return reader;
  }

  /** The reader's column; only of a key that is wanted. */
  Column column() {
    return column;
  }

  /** The key that is likely to come after this one. */
  Key next() {
    return next;
  }

  void follow(Key key) {
    next = key;
  }
}
