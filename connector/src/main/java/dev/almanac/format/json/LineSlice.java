package dev.almanac.format.json;

/**
 * Which lines of a text to read.
 *
 * @param start where the stream starts, in bytes from the start of the text
 * @param skipFirst whether the first line, or what the stream has of it, is another slice's
 * @param lastStart the last place at which a line of the slice may start
 * @param likelyLength how many bytes the stream likely has
 */
public record LineSlice(long start, boolean skipFirst, long lastStart, long likelyLength) {

  /** All lines. */
  public static LineSlice all(long likelyLength) {
    return new LineSlice(0, false, Long.MAX_VALUE, likelyLength);
  }

  /**
   * The lines that start in a range of bytes, by Hadoop's rule: one that starts right at the first
   * byte belongs to the range before, unless there is none.
   *
   * @param start where the stream starts: at the range's first byte, or after what is no text
   * @param end the first byte after the range
   */
  public static LineSlice of(long start, boolean first, long end) {
    return new LineSlice(start, !first, Math.max(start, end), end - start);
  }
}
