package dev.almanac.generate;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Writes a table of TPC-H as a dataset of dated folders.
 *
 * @param scale TPC-H's scale factor: 1 is 1.5 million orders
 * @param from the first day, included
 * @param to the last day, included
 * @param hourly whether each day is divided into hours, which the number of the order decides
 */
public record DailyData(
    double scale, LocalDate from, LocalDate to, RowFile file, Layout layout, boolean hourly)
    implements Serializable {

  /** The day of TPC-H's first orders. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1992, 1, 1);

  /** The day of TPC-H's last shipment; its last orders are of 1998-08-02. */
  public static final LocalDate LAST_DAY = LocalDate.of(1998, 12, 1);

  /** What was written: how many rows, in how many folders that hold a file. */
  public record Written(long rows, long folders) {}

  /**
   * Writes the table, each day by one task.
   *
   * @param dataset the folder to write below, on this machine
   */
  public Written write(SparkSession spark, DatedTable table, Path dataset) {
    int parts = spark.sparkContext().defaultParallelism();
    double factor = scale;
    String root = dataset.toString(); // a Path cannot travel to a task
    List<Long> rowsOfFolders =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(IntStream.rangeClosed(1, parts).boxed().toList(), parts)
            .flatMap(part -> table.rows(factor, part, parts))
            .mapToPair(row -> new Tuple2<>(table.key(row), row))
            .filter(row -> !row._1.day().isBefore(from) && !row._1.day().isAfter(to))
            .repartitionAndSortWithinPartitions(new ByDay(parts))
            .mapPartitions(rows -> writeDays(rows, table, Path.of(root)))
            .collect();
    return new Written(
        rowsOfFolders.stream().mapToLong(Long::longValue).sum(), rowsOfFolders.size());
  }

  /** Keeps the rows of a day together. */
  private static final class ByDay extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int parts;

    ByDay(int parts) {
      this.parts = parts;
    }

    @Override
    public int numPartitions() {
      return parts;
    }

    @Override
    public int getPartition(Object key) {
      return (int) Math.floorMod(((RowKey) key).day().toEpochDay(), (long) parts);
    }
  }

  /** Writes rows that are sorted by day, and returns how many each folder got. */
  private Iterator<Long> writeDays(
      Iterator<Tuple2<RowKey, Row>> rows, DatedTable table, Path dataset) throws IOException {
    List<Long> written = new ArrayList<>();
    PeekingIterator<Tuple2<RowKey, Row>> left = Iterators.peekingIterator(rows);
    while (left.hasNext()) {
      LocalDate day = left.peek()._1.day();
      Map<Integer, List<Row>> hours = new TreeMap<>();
      while (left.hasNext() && left.peek()._1.day().equals(day)) {
        Tuple2<RowKey, Row> row = left.next();
        int hour = hourly ? row._1.hour() : 0;
        hours.computeIfAbsent(hour, any -> new ArrayList<>()).add(row._2);
      }
      for (Map.Entry<Integer, List<Row>> hour : hours.entrySet()) {
        OptionalInt divided = hourly ? OptionalInt.of(hour.getKey()) : OptionalInt.empty();
        writeFolder(dataset.resolve(layout.folder(day, divided)), hour.getValue(), table);
        written.add((long) hour.getValue().size());
      }
    }
    return written.iterator();
  }

  private void writeFolder(Path folder, List<Row> rows, DatedTable table) throws IOException {
    Files.createDirectories(folder);
    file.write(rows, table.schema(), folder, table.toString());
    if (layout.isFramed()) {
      Files.createFile(folder.resolve("frame.complete")); // last: the frame counts from here on
    }
  }
}
