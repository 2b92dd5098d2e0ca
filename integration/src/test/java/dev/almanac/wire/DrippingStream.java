package dev.almanac.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Passes bytes on with pauses. */
final class DrippingStream extends OutputStream {

  private final OutputStream out;
  private final int bytes;
  private final long milliseconds;
  private int written;

  DrippingStream(OutputStream out, int bytes, long milliseconds) {
    this.out = out;
    this.bytes = bytes;
    this.milliseconds = milliseconds;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    if (++written % bytes == 0) {
      out.flush();
      try {
        Thread.sleep(milliseconds);
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
