package dev.almanac.format;

import dev.almanac.files.KnownFile;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * A reader whose errors name the file: decorates the reader of every format. It opens a file at the
 * first call of {@code next}, so that an error on opening comes where other errors come.
 *
 * @param emptyFileIsEmpty whether a file of 0 bytes has no rows, as text has; otherwise it is an
 *     error
 */
record CheckedReader(String format, boolean emptyFileIsEmpty, FileReader reader)
    implements FileReader {

  @Override
  public PartitionReader<InternalRow> rows(FileSlice slice) {
    return new Checked<>(slice, () -> reader.rows(slice));
  }

  @Override
  public PartitionReader<ColumnarBatch> batches(FileSlice slice) {
    return new Checked<>(slice, () -> reader.batches(slice));
  }

  private final class Checked<T> implements PartitionReader<T> {

    private final FileSlice slice;
    private final KnownFile.Opening<PartitionReader<T>> opening;
    private PartitionReader<T> open; // set by the first next()

    Checked(FileSlice slice, KnownFile.Opening<PartitionReader<T>> opening) {
      this.slice = slice;
      this.opening = opening;
    }

    @Override
    public boolean next() {
      if (slice.fileLength() == 0) {
        if (emptyFileIsEmpty) {
          return false;
        }
        throw ReadErrors.empty(slice, format);
      }
      try {
        if (open == null) {
          open = slice.open(opening);
        }
        return open.next();
      } catch (Exception e) {
        throw ReadErrors.cannotRead(slice, format, e);
      }
    }

    @Override
    public T get() {
      try {
        return open.get();
      } catch (Exception e) { // some of Spark's readers decode here
        throw ReadErrors.cannotRead(slice, format, e);
      }
    }

    @Override
    public void close() throws IOException {
      if (open != null) {
        open.close();
      }
    }
  }
}
