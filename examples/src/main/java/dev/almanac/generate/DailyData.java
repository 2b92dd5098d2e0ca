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
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

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
    double factor = scale;
    int parts = spark.sparkContext().defaultParallelism();
    String root = dataset.toString();
    Column[] order =
        Stream.concat(Stream.of(table.date()), table.key().stream())
            .map(functions::col)
            .toArray(Column[]::new);
    List<Long> rowsOfFolders =
        spark
            .range(0, parts, 1, parts)
            .flatMap(
                (FlatMapFunction<Long, Row>)
                    part -> table.rows(factor, Math.toIntExact(part) + 1, parts),
                Encoders.row(table.schema()))
            .where(functions.col(table.date()).between(from, to))
            .repartition(parts, functions.col(table.date()))
            .sortWithinPartitions(order)
            .mapPartitions(
                (MapPartitionsFunction<Row, Long>) rows -> writeDays(rows, table, Path.of(root)),
                Encoders.LONG())
            .collectAsList();
    return new Written(
        rowsOfFolders.stream().mapToLong(Long::longValue).sum(), rowsOfFolders.size());
  }

  /** Writes rows that are sorted by day, and returns how many each folder got. */
  private Iterator<Long> writeDays(Iterator<Row> rows, DatedTable table, Path dataset)
      throws IOException {
    List<Long> written = new ArrayList<>();
    PeekingIterator<Row> left = Iterators.peekingIterator(rows);
    while (left.hasNext()) {
      LocalDate day = left.peek().getAs(table.date());
      Map<OptionalInt, List<Row>> hours = new TreeMap<>((a, b) -> a.orElse(0) - b.orElse(0));
      while (left.hasNext() && day.equals(left.peek().getAs(table.date()))) {
        Row row = left.next();
        hours.computeIfAbsent(hour(row, table), hour -> new ArrayList<>()).add(row);
      }
      for (Map.Entry<OptionalInt, List<Row>> hour : hours.entrySet()) {
        Path folder = dataset.resolve(layout.folder(day, hour.getKey()));
        writeFolder(folder, hour.getValue(), table);
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

  /** TPC-H knows no hours: the number of the order spreads them evenly. */
  private OptionalInt hour(Row row, DatedTable table) {
    if (!hourly) {
      return OptionalInt.empty();
    }
    long mixed = row.<Long>getAs(table.key().get(0)) * 0x9E3779B97F4A7C15L;
    return OptionalInt.of((int) Long.remainderUnsigned(mixed, 24));
  }
}
