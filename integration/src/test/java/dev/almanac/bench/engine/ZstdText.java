package dev.almanac.bench.engine;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/**
 * Lets {@code spark.read.json} read {@code .zst} files, which it cannot without Hadoop's native
 * library, by the same library that Almanac decompresses with. Hadoop makes it by its name.
 */
public final class ZstdText implements CompressionCodec {

  @Override
  public CompressionInputStream createInputStream(InputStream in) throws IOException {
    return new Decompressing(new ZstdInputStreamNoFinalizer(in));
  }

  @Override
  public CompressionInputStream createInputStream(InputStream in, Decompressor unused)
      throws IOException {
    return createInputStream(in);
  }

  @Override
  public Class<? extends Decompressor> getDecompressorType() {
    return null; // so that Hadoop asks for none
  }

  @Override
  public Decompressor createDecompressor() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getDefaultExtension() {
    return ".zst";
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out) {
    throw new UnsupportedOperationException("Only to read");
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out, Compressor unused) {
    throw new UnsupportedOperationException("Only to read");
  }

  @Override
  public Class<? extends Compressor> getCompressorType() {
    return null;
  }

  @Override
  public Compressor createCompressor() {
    throw new UnsupportedOperationException("Only to read");
  }

  private static final class Decompressing extends CompressionInputStream {

    Decompressing(InputStream text) throws IOException {
      super(text);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public void resetState() {
      throw new UnsupportedOperationException("Read once, from front to back");
    }
  }
}
