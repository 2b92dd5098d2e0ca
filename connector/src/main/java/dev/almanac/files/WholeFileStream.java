package dev.almanac.files;

import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * The bytes of a file whose length is known, from a client that takes a broken connection for the
 * end of the file, as Azure's does: that an answer was shorter than its header said, Java's own
 * HTTP client does not tell. An end before the end is asked for again a few times, and then an
 * error: else rows would be lost.
 */
final class WholeFileStream extends FSInputStream implements StreamCapabilities {

  private static final int ATTEMPTS = 3;

  private final FSDataInputStream client;
  private final long length;

  /**
   * @param length of the file in bytes, as listed
   */
  WholeFileStream(FSDataInputStream client, long length) {
    this.client = client;
    this.length = length;
  }

  /** A read of the client: how many bytes it gave. */
  @FunctionalInterface
  private interface Read {
    int read() throws IOException;
  }

  /** Zero bytes, of which the client gives some, are no answer either. */
  private int whole(Read read, long position) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int got = read.read();
      if (got > 0) {
        return got;
      }
      if (position >= length) {
        return -1;
      }
    }
    throw new EOFException(
        "The connection broke off: there is nothing at byte %d of %d".formatted(position, length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    return count == 0 ? 0 : whole(() -> client.read(bytes, offset, count), client.getPos());
  }

  @Override
  public int read(long position, byte[] bytes, int offset, int count) throws IOException {
    return count == 0 ? 0 : whole(() -> client.read(position, bytes, offset, count), position);
  }

  @Override
  public void seek(long position) throws IOException {
    client.seek(position);
  }

  @Override
  public long getPos() throws IOException {
    return client.getPos();
  }

  @Override
  public boolean seekToNewSource(long position) throws IOException {
    return client.seekToNewSource(position);
  }

  @Override
  public int available() throws IOException {
    return client.available();
  }

  @Override
  public boolean hasCapability(String capability) {
    return client.hasCapability(capability);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
