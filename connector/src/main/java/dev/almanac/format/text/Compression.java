package dev.almanac.format.text;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedInputStream;
import org.xerial.snappy.SnappyInputStream;

/**
 * How a text file is compressed, told by the last suffix of its name. All of it is read with
 * libraries that Spark ships with.
 *
 * <p>A file that is cut short is an error at its end, never an early end of the text. Files of
 * several members or frames, one after the other, are read to the last.
 */
enum Compression {
  GZIP(".gz") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) throws IOException {
      // Not java.util.zip: it takes a stream that has nothing "available" yet for one that ends.
      return ReflectionUtils.newInstance(GzipCodec.class, hadoop).createInputStream(in);
    }
  },

  BZIP2(".bz2") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) throws IOException {
      // Hadoop's takes what is no bzip2 for a text that ends.
      return new BZip2CompressorInputStream(in, true);
    }
  },

  ZSTD(".zst", ".zstd") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) throws IOException {
      return new ZstdInputStreamNoFinalizer(in).setLongMax(LONGEST_ZSTD_WINDOW);
    }
  },

  /** The frame format of the {@code lz4} command, or the blocks that Hadoop writes. */
  LZ4(".lz4") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) throws IOException {
      InputStream buffered = new BufferedInputStream(in);
      int magic = littleEndianInt(leading(buffered, Integer.BYTES));
      boolean framed = magic == LZ4_FRAME || (magic & ~0xF) == SKIPPABLE_FRAME;
      return framed
          ? new LZ4FrameInputStream(buffered)
          : new HadoopBlocks(buffered, Compression::lz4Chunk);
    }
  },

  /** Snappy's framing format, snappy-java's own, or the blocks that Hadoop writes. */
  SNAPPY(".snappy") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) throws IOException {
      InputStream buffered = new BufferedInputStream(in);
      byte[] leading = leading(buffered, SNAPPY_FRAMING.length);
      if (startsWith(leading, SNAPPY_FRAMING)) {
        return new SnappyFramedInputStream(buffered);
      }
      return startsWith(leading, SNAPPY_JAVA)
          ? new SnappyInputStream(buffered)
          : new HadoopBlocks(buffered, Compression::snappyChunk);
    }
  },

  /** Not compressed: any other suffix. */
  NONE("") {
    @Override
    InputStream decompress(InputStream in, Configuration hadoop) {
      return in;
    }
  };

  /** As much as {@code zstd --long=31} asks for: 2 GiB. */
  private static final int LONGEST_ZSTD_WINDOW = 31;

  private static final LZ4SafeDecompressor LZ4_CHUNKS =
      LZ4Factory.fastestInstance().safeDecompressor();
  private static final int LZ4_RATIO = 255; // one more byte of a length is 255 bytes of text
  private static final int LZ4_FRAME = 0x184D2204;
  private static final int SKIPPABLE_FRAME = 0x184D2A50; // to 0x184D2A5F
  private static final byte[] SNAPPY_FRAMING = {(byte) 0xFF, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};
  private static final byte[] SNAPPY_JAVA = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};

  private final String suffix;
  private final String otherSuffix; // or the same

  Compression(String suffix, String otherSuffix) {
    this.suffix = suffix;
    this.otherSuffix = otherSuffix;
  }

  Compression(String suffix) {
    this(suffix, suffix);
  }

  /** The compression of a file, from its path. */
  static Compression ofPath(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(c -> lower.endsWith(c.suffix) || lower.endsWith(c.otherSuffix))
        .findFirst()
        .orElseThrow();
  }

  /** The text in a compressed stream; closing it closes the stream. */
  abstract InputStream decompress(InputStream in, Configuration hadoop) throws IOException;

  private static byte[] lz4Chunk(byte[] chunk, int most) {
    long longest = (long) chunk.length * LZ4_RATIO;
    return LZ4_CHUNKS.decompress(chunk, (int) Math.min(most, longest));
  }

  private static byte[] snappyChunk(byte[] chunk, int most) throws IOException {
    if (Snappy.uncompressedLength(chunk) > most) {
      throw new IOException("a compressed block is longer than it says");
    }
    return Snappy.uncompress(chunk);
  }

  private static byte[] leading(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static int littleEndianInt(byte[] bytes) {
    int value = 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (bytes[i] & 0xFF) << (8 * i);
    }
    return value;
  }
}
