package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes strings, and of those that come again and again in a column one object for all: to make one
 * costs Spark four writes that other threads have to see at once, which takes longer than to find
 * out that it has been there. Where values mostly differ, it is not tried for a while.
 */
final class SharedStrings {

  private static final int SLOTS = 256;
  private static final int LONGEST = 128;
  private static final int WORD = Long.BYTES;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final int TRIAL = 512; // so many tries show whether they are worth it
  private static final int PAUSE = 1 << 16;

  private final long[] firsts = new long[SLOTS]; // the first eight bytes; of fewer, the rest is 0
  private final long[] lasts = new long[SLOTS]; // the last eight bytes; of fewer, 0
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
    long first = Plain.eight(text, start);
    long last = 0;
    if (length < WORD) {
      first &= -1L >>> (8 * (WORD - length));
    } else {
      last = Plain.eight(text, start + length - WORD);
    }
    // Ends tell most strings apart, without a loop whose rounds the processor could not foresee.
    int slot = (int) (((first ^ (last * MIX) ^ length) * MIX) >>> 56);
    if (--left == 0) {
      left = 2 * found < TRIAL ? -PAUSE : TRIAL;
      found = 0;
    }
    UTF8String known = strings[slot];
    if (firsts[slot] == first
        && lasts[slot] == last
        && known != null
        && known.numBytes() == length
        && (length <= 2 * WORD || isBetweenEnds(text, start, known))) {
      found++;
      return known;
    }
    firsts[slot] = first;
    lasts[slot] = last;
    strings[slot] = copy(text, start, length);
    return strings[slot];
  }

  private UTF8String pausing(byte[] text, int start, int length) {
    if (left < 0 && ++left == 0) {
      left = TRIAL;
    }
    return UTF8String.fromBytes(text, start, length);
  }

  private static boolean isBetweenEnds(byte[] text, int start, UTF8String known) {
    int from = WORD;
    int to = known.numBytes() - WORD;
    byte[] bytes = (byte[]) known.getBaseObject(); // of which it is the whole: copy() made it
    return Arrays.equals(text, start + from, start + to, bytes, from, to);
  }

  /** The text is of one batch, the string is of all. */
  private static UTF8String copy(byte[] text, int start, int length) {
    return UTF8String.fromBytes(Arrays.copyOfRange(text, start, start + length));
  }
}
