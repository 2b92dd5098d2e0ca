package dev.almanac.format.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The text in the blocks that Hadoop's LZ4 and Snappy codecs write: the length of a block's text,
 * then, until there is that much of it, the length of a compressed chunk and the chunk. Lengths are
 * big-endian integers of four bytes.
 *
 * <p>Hadoop's own reader takes a stream that is cut, or that is something else, for one that ends.
 */
final class HadoopBlocks extends InputStream {

  /** Decompresses a chunk. */
  @FunctionalInterface
  interface Chunks {

    /**
     * Gives the text of a chunk.
     *
     * @param most how long it may be at the most
     * @throws RuntimeException or IOException for what is no chunk
     */
    byte[] decompress(byte[] chunk, int most) throws IOException;
  }

  private static final byte[] NOTHING = {};

  private final InputStream in;
  private final Chunks chunks;
  private byte[] text = NOTHING;
  private int position;
  private int leftOfBlock;

  HadoopBlocks(InputStream in, Chunks chunks) {
    this.in = in;
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    return fill() ? text[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, text.length - position);
    System.arraycopy(text, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Whether there is text, or else the end of the last block. */
  private boolean fill() throws IOException {
    while (position == text.length) {
      if (leftOfBlock == 0) {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length == 0) {
          return false;
        }
        leftOfBlock = length(length);
      } else {
        readChunk();
      }
    }
    return true;
  }

  private void readChunk() throws IOException {
    int length = length(in.readNBytes(Integer.BYTES));
    byte[] chunk = in.readNBytes(length); // takes no more memory than there are bytes
    if (chunk.length < length) {
      throw new EOFException();
    }
    try {
      text = chunks.decompress(chunk, leftOfBlock);
    } catch (RuntimeException e) {
      throw new IOException("a compressed block is damaged: " + e.getMessage(), e);
    }
    if (text.length > leftOfBlock) {
      throw new IOException("a compressed block is longer than it says");
    }
    position = 0;
    leftOfBlock -= text.length;
  }

  private static int length(byte[] bytes) throws IOException {
    if (bytes.length < Integer.BYTES) {
      throw new EOFException();
    }
    int length = ByteBuffer.wrap(bytes).getInt();
    if (length < 0) {
      throw new IOException("a compressed block has an impossible length");
    }
    return length;
  }
}
