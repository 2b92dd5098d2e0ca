package dev.almanac.format.text;

import dev.almanac.format.FileSlice;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.hadoop.util.LineReader;

/** The lines of a slice of a text file, without their ends, first to last. */
interface Lines extends Closeable {

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException;

  /** The current line; reused by {@link #next}. */
  Text line();

  /**
   * Opens a slice: of a compressed file, always the whole.
   *
   * <p>A line belongs to the slice in which it starts, except that a line which starts right at the
   * first byte belongs to the slice before: Hadoop's rule, by which slices can be read apart.
   *
   * @param separator what ends a line; unless given, any of LF, CR LF and CR
   */
  static Lines open(FileSlice slice, Optional<byte[]> separator, Configuration hadoop)
      throws IOException {
    return Compression.ofPath(slice.path()) == Compression.NONE
        ? new SplitLines(slice, separator, hadoop)
        : of(TextFiles.open(slice, hadoop), separator);
  }

  /** The lines of a text; closing closes the text. */
  static Lines of(InputStream text, Optional<byte[]> separator) {
    return new StreamLines(text, separator);
  }

  /** Lines of a slice of an uncompressed file. */
  final class SplitLines implements Lines {

    private final LineRecordReader reader;

    private SplitLines(FileSlice slice, Optional<byte[]> separator, Configuration hadoop)
        throws IOException {
      reader = new LineRecordReader(separator.orElse(null)); // null: Hadoop's own default
      reader.initialize(
          new FileSplit(slice.hadoopPath(), slice.start(), slice.length(), new String[0]),
          new TaskAttemptContextImpl(hadoop, new TaskAttemptID()));
    }

    @Override
    public boolean next() throws IOException {
      return reader.nextKeyValue();
    }

    @Override
    public Text line() {
      return reader.getCurrentValue();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** Lines of a stream. */
  final class StreamLines implements Lines {

    private final LineReader reader;
    private final Text line = new Text();

    private StreamLines(InputStream text, Optional<byte[]> separator) {
      reader = new LineReader(text, separator.orElse(null));
    }

    @Override
    public boolean next() throws IOException {
      return reader.readLine(line) > 0;
    }

    @Override
    public Text line() {
      return line;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
