package dev.almanac.format.text;

import dev.almanac.format.DataFiles;
import dev.almanac.format.FileSlice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;

/** Opens text files, compressed or not. */
final class TextFiles {

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int MARK_BYTES = MARK.length;

  private TextFiles() {}

  /** The whole text of a file, decompressed, without the byte order mark of UTF-8. */
  static BufferedInputStream open(FileSlice file, Configuration hadoop) throws IOException {
    return new BufferedInputStream(openUnbuffered(file, hadoop), BUFFER_BYTES);
  }

  /** The same for who reads much at once, whom a buffer would cost a copy. */
  static InputStream openUnbuffered(FileSlice file, Configuration hadoop) throws IOException {
    InputStream raw = DataFiles.openSequential(file, hadoop);
    try {
      PushbackInputStream text =
          new PushbackInputStream(
              Compression.ofPath(file.path()).decompress(raw, hadoop), MARK_BYTES);
      skipByteOrderMark(text);
      return text;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * A text that is not compressed, from some byte on; at its beginning without a byte order mark.
   *
   * @param start where the stream starts
   */
  record Part(InputStream text, long start) {}

  /** The text of a slice of a file that is not compressed, and what comes after. */
  static Part openPart(FileSlice slice, Configuration hadoop) throws IOException {
    FSDataInputStream raw = DataFiles.openSequential(slice, hadoop);
    try {
      raw.seek(slice.start());
      if (!slice.startsFile()) {
        return new Part(raw, slice.start());
      }
      PushbackInputStream text = new PushbackInputStream(raw, MARK_BYTES);
      return new Part(text, skipByteOrderMark(text) ? MARK_BYTES : 0);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean skipByteOrderMark(PushbackInputStream text) throws IOException {
    byte[] start = text.readNBytes(MARK_BYTES);
    boolean marked = Arrays.equals(start, MARK);
    if (!marked) {
      text.unread(start);
    }
    return marked;
  }
}
