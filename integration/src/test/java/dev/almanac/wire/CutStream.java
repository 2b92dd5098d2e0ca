package dev.almanac.wire;

import java.io.IOException;
import java.io.OutputStream;

/** Fails after some bytes. */
final class CutStream extends OutputStream {

  private final OutputStream out;
  private long left;

  CutStream(OutputStream out, long bytes) {
    this.out = out;
    this.left = bytes;
  }

  @Override
  public void write(int b) throws IOException {
    if (left-- <= 0) {
      out.flush();
      throw new IOException("cut, as the test wants it");
    }
    out.write(b);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
