package dev.almanac.spark;

import java.io.IOException;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.spark.sql.connector.read.PartitionReader;

/**
 * Reads what a Hadoop reader gives.
 *
 * @param <T> what it gives: some of Spark's readers are declared to give anything
 */
final class RecordPartitionReader<T> implements PartitionReader<T> {

  private final RecordReader<?, ?> reader;

  RecordPartitionReader(RecordReader<?, ?> reader) {
    this.reader = reader;
  }

  @Override
  public boolean next() throws IOException {
    try {
      return reader.nextKeyValue();
    } catch (InterruptedException e) {
      throw SparkErrors.unchecked(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // whoever made the reader knows
  public T get() {
    try {
      return (T) reader.getCurrentValue();
    } catch (IOException | InterruptedException e) {
      throw SparkErrors.unchecked(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
