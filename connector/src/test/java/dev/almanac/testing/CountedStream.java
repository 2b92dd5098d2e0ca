package dev.almanac.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;

/** A file that is read, whose bytes are counted as they leave it. */
final class CountedStream extends FSInputStream {

  private final FSDataInputStream file;
  private final AtomicLong bytes;

  CountedStream(FSDataInputStream file, AtomicLong bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    int read = file.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return count(file.read(target, offset, length));
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) throws IOException {
    return count(file.read(position, target, offset, length));
  }

  private int count(int read) {
    bytes.addAndGet(Math.max(0, read));
    return read;
  }

  @Override
  public void seek(long position) throws IOException {
    file.seek(position);
  }

  @Override
  public long getPos() throws IOException {
    return file.getPos();
  }

  @Override
  public boolean seekToNewSource(long position) throws IOException {
    return file.seekToNewSource(position);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
