package dev.almanac.format.json;

import java.util.Optional;

/** A key of objects as it is written, and what its values are for. */
final class Key {

  /** White space has no limit; more than this, with a key in it, is not worth to be remembered. */
  private static final int MOST_KEPT = 2 * Keys.LONGEST;

  private final Literal written; // with the last quote
  private final int hash;
  private final ValueReader reader; // null for keys that no column has
  private final Column column; // the reader's, or null
  private Literal before = Literal.NONE; // what was last written before this key's value
  private Literal toNext = Literal.NONE; // from the end of this key's value to the next key's
  private Key next; // the key in there; null as long as nothing came after this one

  private Key() {
    this.written = Literal.NONE;
    this.hash = 0;
    this.reader = null;
    this.column = null;
  }

  /** What comes before the first key of an object. */
  static Key start() {
    return new Key();
  }

  /** The key of which these bytes, the last a quote, are the text after the first quote. */
  Key(byte[] text, int start, int end, Optional<ValueReader> reader) {
    this.written = new Literal(text, start, end);
    this.hash = hash(text, start, end);
    this.reader = reader.orElse(null);
    this.column = reader.map(ValueReader::column).orElse(null);
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

  /** The text after the first quote, with the last. */
  Literal written() {
    return written;
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

  /**
   * What is likely to come after this key's value, up to the value of {@link #next}: a comma, that
   * key, a colon, and the white space around them. {@link Literal#NONE} if nothing came yet.
   */
  Literal toNext() {
    return toNext;
  }

  /** The key that is likely to come after this one. */
  Key next() {
    return next;
  }

  /**
   * Remembers that a key came after this one's value, and what is written from there to its own.
   */
  void follow(Key key, byte[] text, int start, int end) {
    if (end - start > MOST_KEPT) {
      toNext = Literal.NONE;
      return;
    }
    if (!key.before.is(text, start, end)) {
      key.before = new Literal(text, start, end);
    }
    toNext = key.before;
    next = key;
  }
}
