package dev.almanac.bench.data;

import dev.almanac.generate.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Writes rows into the folders of their days, by Spark's own writers: one file a day, or an hour,
 * whose rows are sorted.
 */
final class DayFolders {

  /** The column that says which day's folder a row goes to; no file has it. */
  static final String DAY = "folder_day";

  /** The column that says which hour's; rows need not have it. */
  static final String HOUR = "folder_hour";

  /** Puts a file that Spark has written where it belongs. */
  interface Placing {
    void place(Path written, Path folder) throws IOException;
  }

  private DayFolders() {}

  static void parquet(Dataset<Row> rows, Path dataset, String... order) throws IOException {
    write(
        rows,
        "parquet",
        dataset,
        (written, folder) -> Files.move(written, folder.resolve("rows.parquet")),
        order);
  }

  static void write(
      Dataset<Row> rows, String format, Path dataset, Placing placing, String... order)
      throws IOException {
    boolean hourly = List.of(rows.columns()).contains(HOUR);
    Column[] sorting = new Column[order.length + (hourly ? 2 : 1)];
    sorting[0] = functions.col(DAY);
    if (hourly) {
      sorting[1] = functions.col(HOUR);
    }
    for (int i = 0; i < order.length; i++) {
      sorting[sorting.length - order.length + i] = functions.col(order[i]);
    }
    Path temporary = dataset.resolve("_writing");
    DataFrameWriter<Row> writer =
        rows.repartition(functions.col(DAY)).sortWithinPartitions(sorting).write().format(format);
    (hourly ? writer.partitionBy(DAY, HOUR) : writer.partitionBy(DAY)).save(temporary.toString());
    for (Path written : Folders.files(temporary, format)) {
      Path folder = dataset.resolve(folder(temporary.relativize(written)));
      Files.createDirectories(folder);
      placing.place(written, folder);
      Files.createFile(folder.resolve("frame.complete"));
    }
    Folders.delete(temporary);
  }

  /** The folder for a file in {@code folder_day=2024-01-31[/folder_hour=5]}. */
  private static String folder(Path written) {
    LocalDate day = LocalDate.parse(value(written.getName(0)));
    OptionalInt hour =
        written.getNameCount() == 2
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(value(written.getName(1))));
    return Layout.MABEL.folder(day, hour);
  }

  private static String value(Path name) {
    String text = name.toString();
    return text.substring(text.indexOf('=') + 1);
  }
}
