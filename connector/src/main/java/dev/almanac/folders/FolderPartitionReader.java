package dev.almanac.folders;

import dev.almanac.format.ReadErrors;
import dev.almanac.spark.InputFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a task's files one after the other.
 *
 * @param <T> rows or batches
 */
final class FolderPartitionReader<T> implements PartitionReader<T> {

  private static final Logger LOG = LoggerFactory.getLogger(FolderPartitionReader.class);

  /** Opens a file's reader. */
  interface Opener<T> {
    PartitionReader<T> open(PlannedFile file) throws IOException;
  }

  private final Iterator<PlannedFile> files;
  private final Opener<T> opener;
  private final BiFunction<PlannedFile, T, T> finish;
  private final ToIntFunction<T> rows;
  private final Tolerance tolerance;
  private long wanted;
  private PlannedFile file;
  private PartitionReader<T> reader;
  private T current;

  /**
   * @param finish adds the constant columns
   * @param rows how many rows a result has
   * @param limit how many rows are enough
   */
  FolderPartitionReader(
      FolderPartition partition,
      Opener<T> opener,
      BiFunction<PlannedFile, T, T> finish,
      ToIntFunction<T> rows,
      long limit,
      Tolerance tolerance) {
    this.files = partition.files().iterator();
    this.opener = opener;
    this.finish = finish;
    this.rows = rows;
    this.wanted = limit;
    this.tolerance = tolerance;
  }

  @Override
  public boolean next() throws IOException {
    while (wanted > 0) {
      if (reader == null && !openNext()) {
        return false;
      }
      if (advance()) {
        current = finish.apply(file, reader.get());
        wanted -= rows.applyAsInt(current);
        return true;
      }
      closeReader();
    }
    return false;
  }

  @Override
  public T get() {
    return current;
  }

  private boolean openNext() throws IOException {
    while (files.hasNext()) {
      file = files.next();
      InputFile.set(file.slice());
      try {
        LocalDisk.checkUnchanged(file.slice());
        reader = opener.open(file);
        return true;
      } catch (Exception e) { // AlmanacException is checked, but thrown unchecked
        skipOrThrow(e);
      }
    }
    return false;
  }

  private boolean advance() throws IOException {
    try {
      return reader.next();
    } catch (Exception e) { // as above
      skipOrThrow(e);
      return false;
    }
  }

  /** Returns where the user chose to go on without the rest of the file, and says so in the log. */
  private void skipOrThrow(Exception e) {
    if (tolerance.ignoreMissing() && ReadErrors.isMissingFile(e)) {
      LOG.warn("Skipped a missing file, as spark.sql.files.ignoreMissingFiles says.", e);
    } else if (tolerance.ignoreCorrupt() && ReadErrors.isCorruptFile(e)) {
      LOG.warn("Skipped the rest of a file, as spark.sql.files.ignoreCorruptFiles says.", e);
    } else {
      throw ReadErrors.cannotRead(file.slice(), file.format(), e);
    }
  }

  private void closeReader() throws IOException {
    if (reader != null) {
      PartitionReader<T> closing = reader;
      reader = null;
      closing.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeReader();
    InputFile.unset();
  }
}
