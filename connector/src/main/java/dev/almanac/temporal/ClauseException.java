package dev.almanac.temporal;

/**
 * A clause that does not follow the grammar. It knows the place but not the statement, so both
 * callers of {@link ClauseReader} turn it into an error of their own, which users see.
 */
public final class ClauseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  ClauseException(Token at, String reason) {
    this(at.start(), at.end(), reason);
  }

  /**
   * @param start offset of the faulty part in the text
   * @param end offset after it
   * @param reason what is wrong, without a final stop
   */
  public ClauseException(int start, int end, String reason) {
    super(reason, null, false, false);
    this.start = start;
    this.end = end;
  }

  /** What is wrong, without a final stop. */
  public String reason() {
    return getMessage();
  }

  /** The reason with its final stop, to go on behind it. */
  public String sentence() {
    return reason().endsWith("?") ? reason() : reason() + ".";
  }

  /** Offset of the faulty part in the text. */
  public int start() {
    return start;
  }

  /** Offset after the faulty part. */
  public int end() {
    return end;
  }
}
