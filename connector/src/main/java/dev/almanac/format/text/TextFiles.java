package dev.almanac.format.text;

import dev.almanac.format.DataFiles;
import dev.almanac.format.FileSlice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;

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

  private static void skipByteOrderMark(BufferedInputStream text) throws IOException {
    text.mark(3);
    boolean marked = text.read() == 0xEF && text.read() == 0xBB && text.read() == 0xBF;
    if (!marked) {
      text.reset();
    }
  }
}
