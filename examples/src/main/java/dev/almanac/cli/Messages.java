package dev.almanac.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The error output. Where it is a terminal, its last line may be a status, which goes away when
 * anything else is written.
 */
final class Messages extends PrintStream {

  private final StatusStream stream;
  private final int columns;

  private Messages(StatusStream stream, int columns) {
    super(stream, true, StandardCharsets.UTF_8);
    this.stream = stream;
    this.columns = columns;
  }

  /**
   * Messages to a stream.
   *
   * @param columns of the terminal that it is, or 0 where it is none
   */
  static Messages to(OutputStream stream, int columns) {
    return new Messages(new StatusStream(stream), columns);
  }

  /** The same stream, on which no status is shown. */
  Messages withoutStatus() {
    return new Messages(stream, 0);
  }

  /** Whether a status can be shown. */
  boolean isTerminal() {
    return columns > 0;
  }

  /** Shows a status in the place of the one before, cut to the terminal; nothing where none is. */
  void status(String text) {
    if (isTerminal()) {
      int most = columns - 1; // the last column would wrap
      stream.show(text.length() > most ? text.substring(0, most) : text);
    }
  }

  /** Takes the status away. */
  void clearStatus() {
    stream.clear();
  }

  private static final class StatusStream extends FilterOutputStream {

    private static final String CLEAR = "\r\u001b[K";

    private boolean shown;

    StatusStream(OutputStream out) {
      super(out);
    }

    synchronized void show(String text) {
      put(CLEAR + text);
      shown = true;
    }

    synchronized void clear() {
      if (shown) {
        put(CLEAR);
        shown = false;
      }
    }

    private void put(String text) {
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        shown = false; // the terminal is gone; so is what was on it
      }
    }

    @Override
    public synchronized void write(int b) throws IOException {
      clear();
      out.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      clear();
      out.write(bytes, offset, length);
    }
  }
}
