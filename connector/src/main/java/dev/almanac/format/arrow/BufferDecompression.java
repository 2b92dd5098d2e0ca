package dev.almanac.format.arrow;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.AbstractCompressionCodec;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/**
 * Decompresses the buffers of record batches, with the libraries that Spark ships with. Arrow's own
 * module for that is not in every Spark, and reads LZ4 in plain Java.
 */
final class BufferDecompression implements CompressionCodec.Factory {

  @Override
  public CompressionCodec createCodec(CodecType type) {
    return switch (type) {
      case LZ4_FRAME -> new Lz4();
      case ZSTD -> new ZstdFrames();
      default -> NoCompressionCodec.INSTANCE;
    };
  }

  @Override
  public CompressionCodec createCodec(CodecType type, int level) {
    return createCodec(type);
  }

  /** Buffers that start with their length, as the format has it. */
  private abstract static class Decompressor extends AbstractCompressionCodec {

    @Override
    protected final ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf compressed) {
      long length = readUncompressedLength(compressed);
      ArrowBuf result = allocator.buffer(length);
      try {
        decompress(compressed, result, length);
        result.writerIndex(length);
        return result;
      } catch (IOException e) {
        result.close();
        throw new UncheckedIOException(e);
      } catch (RuntimeException e) {
        result.close();
        throw e;
      }
    }

    abstract void decompress(ArrowBuf compressed, ArrowBuf result, long length) throws IOException;

    @Override
    protected final ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf buffer) {
      throw new UnsupportedOperationException("only reads");
    }
  }

  private static final class ZstdFrames extends Decompressor {

    @Override
    void decompress(ArrowBuf compressed, ArrowBuf result, long length) throws IOException {
      long start = CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;
      long written =
          Zstd.decompressUnsafe(
              result.memoryAddress(),
              length,
              compressed.memoryAddress() + start,
              compressed.writerIndex() - start);
      if (Zstd.isError(written)) {
        throw new IOException("damaged zstd buffer: " + Zstd.getErrorName(written));
      }
      if (written != length) {
        throw new IOException("damaged zstd buffer: shorter than it says");
      }
    }

    @Override
    public CodecType getCodecType() {
      return CodecType.ZSTD;
    }
  }

  private static final class Lz4 extends Decompressor {

    private static final int CHUNK_BYTES = 64 * 1024;

    @Override
    void decompress(ArrowBuf compressed, ArrowBuf result, long length) throws IOException {
      byte[] chunk = new byte[CHUNK_BYTES];
      try (InputStream in =
          new LZ4FrameInputStream(
              new ArrowBufInput(compressed, CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH))) {
        for (long at = 0; at < length; ) {
          int read = in.read(chunk, 0, (int) Math.min(chunk.length, length - at));
          if (read < 0) {
            throw new IOException("damaged LZ4 buffer: shorter than it says");
          }
          result.setBytes(at, chunk, 0, read);
          at += read;
        }
      }
    }

    @Override
    public CodecType getCodecType() {
      return CodecType.LZ4_FRAME;
    }
  }

  /** The bytes of a buffer from an offset on. */
  private static final class ArrowBufInput extends InputStream {

    private final ArrowBuf buffer;
    private long at;

    ArrowBufInput(ArrowBuf buffer, long start) {
      this.buffer = buffer;
      this.at = start;
    }

    @Override
    public int read() {
      return at < buffer.writerIndex() ? buffer.getByte(at++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      int count = (int) Math.min(length, buffer.writerIndex() - at);
      if (count <= 0) {
        return -1;
      }
      buffer.getBytes(at, bytes, offset, count);
      at += count;
      return count;
    }
  }
}
