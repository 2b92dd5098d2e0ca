package dev.almanac.format.json;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes strings, and of those that come again and again in a column one object for all: to make one
 * costs Spark four writes that other threads have to see at once, which takes longer than to find
 * out that it has been there. Where values mostly differ, it is not tried for a while.
 */
final class SharedStrings {

  private static final int SLOTS = 256;
  private static final int LONGEST = 128;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final int TRIAL = 512; // so many tries show whether they are worth it
  private static final int PAUSE = 1 << 16;

  private final long[][] words = new long[SLOTS][]; // the text; the rest of the last word is 0
  private final UTF8String[] strings = new UTF8String[SLOTS];
  private int left = TRIAL; // tries in this trial, or, negative, strings without one
  private int found; // in this trial

  /**
   * A string of some bytes of a text.
   *
   * @param text with {@link Plain#PADDING} bytes after those
   */
  UTF8String of(byte[] text, int start, int length) {
    if (left < 0 || length == 0 || length > LONGEST) {
      return pausing(text, start, length);
    }
    int last = start + ((length - 1) & ~7);
    long lastWord = Plain.eight(text, last) & (-1L >>> (8 * (last + 8 - start - length)));
    long hash = length;
    for (int at = start; at < last; at += 8) {
      hash = (hash ^ Plain.eight(text, at)) * MIX;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ lastWord) * MIX;
    int slot = (int) (hash >>> 56);
    if (--left == 0) {
      left = 2 * found < TRIAL ? -PAUSE : TRIAL;
      found = 0;
    }
    UTF8String known = strings[slot];
    if (known != null && known.numBytes() == length && isAt(text, start, last, lastWord, slot)) {
      found++;
      return known;
    }
    return keep(text, start, length, lastWord, slot);
  }

  private UTF8String pausing(byte[] text, int start, int length) {
    if (left < 0 && ++left == 0) {
      left = TRIAL;
    }
    return UTF8String.fromBytes(text, start, length);
  }

  private boolean isAt(byte[] text, int start, int last, long lastWord, int slot) {
    long[] known = words[slot];
    int word = 0;
    for (int at = start; at < last; at += 8) {
      if (Plain.eight(text, at) != known[word++]) {
        return false;
      }
    }
    return known[word] == lastWord;
  }

  /** Takes a copy: the text is of one batch, the string is of all. */
  private UTF8String keep(byte[] text, int start, int length, long lastWord, int slot) {
    long[] copy = new long[(length + 7) / 8];
    for (int word = 0; word < copy.length - 1; word++) {
      copy[word] = Plain.eight(text, start + 8 * word);
    }
    copy[copy.length - 1] = lastWord;
    byte[] bytes = new byte[length];
    System.arraycopy(text, start, bytes, 0, length);
    UTF8String string = UTF8String.fromBytes(bytes);
    words[slot] = copy;
    strings[slot] = string;
    return string;
  }
}
