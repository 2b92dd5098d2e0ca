package dev.almanac.cli;

import dev.almanac.text.Cells;
import dev.almanac.text.CsvLines;
import dev.almanac.text.JsonLines;
import dev.almanac.text.JsonText;
import dev.almanac.text.LineFormat;
import dev.almanac.text.MarkdownLines;
import dev.almanac.text.Scalars;
import dev.almanac.text.TableText;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes what a query returns as text.
 *
 * @param limit how many rows at most, or 0 for all of them
 * @param screen the columns of the terminal, or 0 where the output is none
 */
record ResultWriter(ResultFormat format, int limit, int screen) {

  /** What was written: how many rows, and whether the limit kept more from being written. */
  record Written(long rows, boolean more) {}

  Written write(Dataset<Row> result, Appendable out) throws IOException {
    ZoneId zone = ZoneId.of(result.sparkSession().conf().get("spark.sql.session.timeZone"));
    if (format == ResultFormat.TABLE) {
      return table(result, new TableText(new Cells(Scalars.plain(zone), "NULL"), screen), out);
    }
    LineFormat lines = lines(zone);
    return limit == 0 ? all(result, lines, out) : limited(result, lines, out);
  }

  private Written table(Dataset<Row> result, TableText table, Appendable out) throws IOException {
    Page page = page(result);
    out.append(
        isText(result.schema(), page.rows)
            ? page.rows.get(0).getString(0).stripTrailing() + "\n"
            : table.of(result.schema(), page.rows));
    return new Written(page.rows.size(), page.more);
  }

  private LineFormat lines(ZoneId zone) {
    return switch (format) {
      case CSV -> new CsvLines(zone);
      case JSON -> new JsonLines(new JsonText(zone), true);
      case JSONL -> new JsonLines(new JsonText(zone), false);
      case MARKDOWN -> new MarkdownLines(zone);
      case TABLE, PARQUET -> throw new IllegalStateException(format + " is not written by lines");
    };
  }

  /** The rows up to the limit, in memory. */
  private Page page(Dataset<Row> result) {
    if (limit == 0) {
      return new Page(ResultRows.of(result), false);
    }
    List<Row> rows = ResultRows.of(result.limit(limit + 1));
    boolean more = rows.size() > limit;
    return new Page(more ? rows.subList(0, limit) : rows, more);
  }

  private record Page(List<Row> rows, boolean more) {}

  /** A single string of several lines, such as a plan or a CREATE TABLE, is no table. */
  private static boolean isText(StructType schema, List<Row> rows) {
    return schema.length() == 1
        && schema.apply(0).dataType().equals(DataTypes.StringType)
        && rows.size() == 1
        && !rows.get(0).isNullAt(0)
        && rows.get(0).getString(0).stripTrailing().contains("\n");
  }

  private Written limited(Dataset<Row> result, LineFormat format, Appendable out)
      throws IOException {
    Page page = page(result);
    Lines lines = new Lines(format, out);
    lines.open(result.schema());
    for (Row row : page.rows) {
      lines.add(format.row(row));
    }
    lines.close();
    return new Written(lines.count, page.more);
  }

  /**
   * All rows in their order, holding no more at a time than the partitions that run at once: tasks
   * make the text, as many in parallel as there are cores.
   */
  private static Written all(Dataset<Row> result, LineFormat format, Appendable out)
      throws IOException {
    Lines lines = new Lines(format, out);
    lines.open(result.schema());
    JavaRDD<String> rows = ResultRows.rdd(result).map(format::row);
    int partitions = rows.getNumPartitions();
    int window = Math.max(1, rows.context().defaultParallelism());
    for (int from = 0; from < partitions; from += window) {
      int[] ids = IntStream.range(from, Math.min(from + window, partitions)).toArray();
      for (List<String> partition : rows.collectPartitions(ids)) {
        for (String row : partition) {
          lines.add(row);
        }
      }
    }
    lines.close();
    return new Written(lines.count, false);
  }

  /** Puts lines one after another. */
  private static final class Lines {
    private final LineFormat format;
    private final Appendable out;
    private long count;

    Lines(LineFormat format, Appendable out) {
      this.format = format;
      this.out = out;
    }

    void open(StructType schema) throws IOException {
      out.append(format.opening(schema));
    }

    void add(String row) throws IOException {
      out.append(count == 0 ? "" : format.separator()).append(row);
      count++;
    }

    void close() throws IOException {
      out.append(format.closing(count > 0));
    }
  }
}
