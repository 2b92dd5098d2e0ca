package dev.almanac.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What {@link SparkFileFormat#reader} builds: reads slices of files on the executors.
 *
 * <p>Internal: {@link PartitionedFile}, the argument of Spark's reading functions.
 */
public final class SparkFileReader implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Function1<PartitionedFile, Iterator<InternalRow>> read;

  SparkFileReader(Function1<PartitionedFile, Iterator<InternalRow>> read) {
    this.read = read;
  }

  /**
   * Opens a slice.
   *
   * @param <T> rows or batches, as asked of {@link SparkFileFormat#reader}: Spark's function is
   *     declared to give rows, and gives either
   */
  public <T> PartitionReader<T> open(
      Path path, long start, long length, long fileLength, long modifiedAt) {
    Iterator<InternalRow> values =
        read.apply(
            new PartitionedFile(
                InternalRow.empty(),
                SparkPath.fromPath(path),
                start,
                length,
                new String[0],
                modifiedAt,
                fileLength,
                scala.collection.immutable.Map$.MODULE$.empty()));
    return new IteratorReader<>(values);
  }

  private static final class IteratorReader<T> implements PartitionReader<T> {

    private final Iterator<?> values;
    private T current; // set by next()

    IteratorReader(Iterator<?> values) {
      this.values = values;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller of open() knows
    public boolean next() {
      if (!values.hasNext()) {
        return false;
      }
      current = (T) values.next();
      return true;
    }

    @Override
    public T get() {
      return current;
    }

    @Override
    public void close() throws IOException {
      if (values instanceof Closeable closeable) {
        closeable.close();
      }
    }
  }
}
