package dev.almanac.format.arrow;

import dev.almanac.format.arrow.IpcBatchMetadata.Range;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The bytes of an Arrow file or stream, read by position.
 *
 * @param in the file
 * @param length of the file in bytes
 */
record IpcInput(FSDataInputStream in, long length) implements Closeable {

  /** Precedes the length of the metadata, since version 0.15 of the format. */
  private static final int CONTINUATION = -1;

  /** Gaps between wanted buffers that are read along, as asking anew costs more. */
  private static final int SMALL_GAP = 64 * 1024;

  private static final int CHUNK_BYTES = 1024 * 1024;

  /**
   * A message.
   *
   * @param body where its body starts
   * @param end the first byte after the body
   */
  record Located(Message message, long body, long end) {}

  /** The message at a position; none at the end of the stream. */
  Optional<Located> message(long position) throws IOException {
    if (position >= length) {
      return Optional.empty(); // streams may end without a mark
    }
    ByteBuffer prefix = bytes(position, Integer.BYTES);
    long at = position + Integer.BYTES;
    int metadataLength = prefix.getInt();
    if (metadataLength == CONTINUATION) {
      metadataLength = bytes(at, Integer.BYTES).getInt();
      at += Integer.BYTES;
    }
    if (metadataLength == 0) {
      return Optional.empty();
    }
    Message message = Message.getRootAsMessage(bytes(at, metadataLength));
    long body = at + metadataLength;
    return Optional.of(new Located(message, body, body + message.bodyLength()));
  }

  /** Some bytes, little-endian. */
  ByteBuffer bytes(long position, int count) throws IOException {
    if (count < 0 || position < 0 || position + count > length) {
      throw new EOFException(
          "cut short: %d bytes are expected at %d, but the file has %d"
              .formatted(count, position, length));
    }
    byte[] bytes = new byte[count];
    in.readFully(position, bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads buffers of a body, those that lie close to each other at once.
   *
   * @param body where the body starts
   * @return one buffer per range, each to be closed
   */
  List<ArrowBuf> buffers(long body, List<Range> ranges, BufferAllocator allocator)
      throws IOException {
    List<ArrowBuf> buffers = new ArrayList<>();
    try {
      for (int first = 0; first < ranges.size(); ) {
        int last = first;
        while (last + 1 < ranges.size() && isClose(ranges.get(last), ranges.get(last + 1))) {
          last++;
        }
        readTogether(body, ranges.subList(first, last + 1), allocator, buffers);
        first = last + 1;
      }
      return buffers;
    } catch (IOException | RuntimeException e) {
      buffers.forEach(ArrowBuf::close);
      throw e;
    }
  }

  private static boolean isClose(Range range, Range next) {
    return next.offset() >= range.end() && next.offset() - range.end() <= SMALL_GAP;
  }

  private void readTogether(
      long body, List<Range> ranges, BufferAllocator allocator, List<ArrowBuf> buffers)
      throws IOException {
    long start = ranges.get(0).offset();
    long end = ranges.get(ranges.size() - 1).end();
    try (ArrowBuf all = allocator.buffer(end - start)) {
      read(body + start, all, end - start);
      for (Range range : ranges) {
        ArrowBuf buffer = all.slice(range.offset() - start, range.length());
        buffer.getReferenceManager().retain();
        buffers.add(buffer);
      }
    }
  }

  private void read(long position, ArrowBuf target, long count) throws IOException {
    if (position + count > length) {
      throw new EOFException(
          "cut short: a record batch goes to byte %d, but the file has %d"
              .formatted(position + count, length));
    }
    byte[] chunk = new byte[(int) Math.min(count, CHUNK_BYTES)];
    for (long done = 0; done < count; ) {
      int now = (int) Math.min(chunk.length, count - done);
      in.readFully(position + done, chunk, 0, now);
      target.setBytes(done, chunk, 0, now);
      done += now;
    }
    target.writerIndex(count);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
