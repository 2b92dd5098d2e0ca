package dev.almanac.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The next whole lines of a text, as many as fit into some memory, or one that is longer. Lines end
 * with LF, CR or both; an empty line more or less makes no difference, as it has no record.
 */
final class LineBlock {

  private static final int LEAST_CAPACITY = 16 << 10;

  /** Small, so that lines are still in the processor's nearest caches when they are parsed. */
  private static final int CAPACITY = 64 << 10;

  /** What lines that are longer leave behind for the next; more is given back. */
  private static final int MOST_KEPT = 512 << 10;

  private static final int MOST_CAPACITY = Integer.MAX_VALUE - 1024;

  private final InputStream in;
  private byte[] text; // with room for what Plain wants after the last line
  private int loaded; // the end of what was read
  private int end; // the end of the last whole line
  private long offset; // of text[0] in the whole text
  private boolean atEnd;
  private IOException failure; // after the lines that there are, or null

  /**
   * @param offset of the stream's first byte in the whole text
   * @param likelyLength of the text, to take no more memory than needed
   */
  LineBlock(InputStream in, long offset, long likelyLength) {
    this.in = in;
    this.offset = offset;
    this.text = buffer((int) Math.max(LEAST_CAPACITY, Math.min(CAPACITY, likelyLength + 1)));
  }

  private static byte[] buffer(int capacity) {
    return new byte[capacity + Plain.PADDING];
  }

  private int capacity() {
    return text.length - Plain.PADDING;
  }

  /** The lines are in there, each with its end. */
  byte[] text() {
    return text;
  }

  /** The place after the last whole line. */
  int end() {
    return end;
  }

  /** The offset in the whole text of what is at a place. */
  long offset(int at) {
    return offset + at;
  }

  /**
   * Reads on.
   *
   * @param done the place up to which the lines are of no more use; the first of the next is at 0
   * @return whether there is a line
   */
  boolean fill(int done) throws IOException {
    moveToStart(done);
    int searched = 0;
    while (true) {
      read();
      end = endOfLastLine(searched);
      if (end > 0 && (loaded == capacity() || atEnd || failure != null)) {
        return true;
      }
      if (failure != null) {
        throw failure;
      }
      if (atEnd) {
        return endLastLine();
      }
      searched = loaded;
      grow();
    }
  }

  private void moveToStart(int done) {
    int rest = loaded - done;
    byte[] to = text;
    if (capacity() > MOST_KEPT && rest < MOST_KEPT / 2) {
      to = buffer(MOST_KEPT); // after a long line
    }
    System.arraycopy(text, done, to, 0, rest);
    text = to;
    loaded = rest;
    offset += done;
  }

  private void read() {
    try {
      while (loaded < capacity() && !atEnd) {
        int count = in.read(text, loaded, capacity() - loaded);
        if (count < 0) {
          atEnd = true;
        } else {
          loaded += count;
        }
      }
    } catch (IOException e) {
      failure = e; // first come the lines before it
    }
  }

  private int endOfLastLine(int from) {
    for (int i = loaded - 1; i >= from; i--) {
      if (text[i] == '\n' || text[i] == '\r') {
        return i + 1;
      }
    }
    return 0;
  }

  /** The last line may have no end. */
  private boolean endLastLine() {
    if (loaded == 0) {
      return false;
    }
    text[loaded++] = '\n';
    end = loaded;
    return true;
  }

  private void grow() throws IOException {
    if (capacity() == MOST_CAPACITY) {
      throw new IOException("a line is longer than 2 GiB");
    }
    int capacity = (int) Math.min(MOST_CAPACITY, 2L * capacity());
    text = Arrays.copyOf(text, capacity + Plain.PADDING);
  }
}
