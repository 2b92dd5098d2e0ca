package dev.almanac.format.json;

/** Reads values of one type, from the bytes of plain lines, into a column. */
abstract class ValueReader {

  /** The column that values are added to. */
  abstract Column column();

  /**
   * Reads a value that is not null, and adds it.
   *
   * @param at the place of its first byte
   * @return the place after it, or {@link Plain#NOT} if it is not plain; what was added then, also
   *     to columns inside of this, is for the caller to take back
   */
  abstract int read(byte[] text, int at);

  /** Reads a value or null. */
  final int readNullable(byte[] text, int at) {
    if (text[at] == 'n') {
      column().addNull();
      return Plain.literal(text, at, Plain.NULL);
    }
    return read(text, at);
  }
}
