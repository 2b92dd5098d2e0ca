package dev.almanac.format.json;

import java.util.Arrays;

/**
 * The bytes of a batch's strings: most stay where they were read; those that had to be written
 * anew, as they have escapes or come from Spark's parser, are kept beside.
 */
final class Texts {

  private static final int FIRST_CAPACITY = 4096;
  private static final int MOST_KEPT = 4 << 20;

  private byte[] lines = new byte[0];
  private byte[] written = new byte[FIRST_CAPACITY];
  private int size;

  /** Starts a batch. */
  void start(byte[] linesOfBatch) {
    lines = linesOfBatch;
    size = 0;
    if (written.length > MOST_KEPT) {
      written = new byte[FIRST_CAPACITY];
    }
  }

  byte[] lines() {
    return lines;
  }

  byte[] written() {
    return written;
  }

  /** How many bytes were written. */
  int size() {
    return size;
  }

  void write(byte[] bytes, int start, int length) {
    reserve(length);
    System.arraycopy(bytes, start, written, size, length);
    size += length;
  }

  /** Writes a character in UTF-8. */
  void write(int codePoint) {
    reserve(4);
    if (codePoint < 0x80) {
      written[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      written[size++] = (byte) (0xC0 | (codePoint >> 6));
      written[size++] = continuation(codePoint);
    } else if (codePoint < 0x10000) {
      written[size++] = (byte) (0xE0 | (codePoint >> 12));
      written[size++] = continuation(codePoint >> 6);
      written[size++] = continuation(codePoint);
    } else {
      written[size++] = (byte) (0xF0 | (codePoint >> 18));
      written[size++] = continuation(codePoint >> 12);
      written[size++] = continuation(codePoint >> 6);
      written[size++] = continuation(codePoint);
    }
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void reserve(int more) {
    if (written.length - size < more) {
      written = Arrays.copyOf(written, (int) Math.min(MOST, 2L * size + 2L * more));
    }
  }

  private static final int MOST = Integer.MAX_VALUE - 8;
}
