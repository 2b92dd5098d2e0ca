package dev.almanac.format.text;

import dev.almanac.format.DataFiles;
import dev.almanac.format.FileSlice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;

/** Opens text files, compressed or not. */
final class TextFiles {

  private static final int BUFFER_BYTES = 256 * 1024;

  private TextFiles() {}

  /** The whole text of a file, decompressed, without the byte order mark of UTF-8. */
  static BufferedInputStream open(FileSlice file, Configuration hadoop) throws IOException {
    InputStream raw = DataFiles.openSequential(file, hadoop);
    try {
      BufferedInputStream text =
          new BufferedInputStream(
              Compression.ofPath(file.path()).decompress(raw, hadoop), BUFFER_BYTES);
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
      BufferedInputStream text = new BufferedInputStream(raw, BUFFER_BYTES);
      return new Part(text, skipByteOrderMark(text) ? MARK_BYTES : 0);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static final int MARK_BYTES = 3;

  private static boolean skipByteOrderMark(BufferedInputStream text) throws IOException {
    text.mark(MARK_BYTES);
    boolean marked = text.read() == 0xEF && text.read() == 0xBB && text.read() == 0xBF;
    if (!marked) {
      text.reset();
    }
    return marked;
  }
}
