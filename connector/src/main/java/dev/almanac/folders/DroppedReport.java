package dev.almanac.folders;

import dev.almanac.format.OpenedColumns;
import dev.almanac.schema.DroppedColumns;
import dev.almanac.spark.SessionConf;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.AccumulatorV2;

/**
 * Brings to the driver which columns the files have that the table lacks, and says so there, once
 * for each column of a dataset. Readers find out on the executors, where they open the files
 * anyhow.
 */
final class DroppedReport extends AccumulatorV2<Map<String, String>, Map<String, String>> {

  private static final long serialVersionUID = 1L;

  private final String dataset;
  private final Map<String, String> fileByColumn = new TreeMap<>();
  private final transient OnceLog log; // null on executors, which do not merge

  private DroppedReport(String dataset, OnceLog log) {
    this.dataset = dataset;
    this.log = log;
  }

  /** What a scan's readers are to tell of the files that they open. */
  static OpenedColumns of(SparkSession session, String dataset, StructType table, OnceLog log) {
    DroppedReport report = new DroppedReport(dataset, log);
    session.sparkContext().register(report);
    boolean caseSensitive = SessionConf.caseSensitive(session);
    return (file, columns) -> {
      for (String dropped : DroppedColumns.of(columns, table, caseSensitive)) {
        report.add(Map.of(dropped, file));
      }
    };
  }

  @Override
  public boolean isZero() {
    return fileByColumn.isEmpty();
  }

  @Override
  public DroppedReport copy() {
    DroppedReport copy = new DroppedReport(dataset, log);
    copy.fileByColumn.putAll(fileByColumn);
    return copy;
  }

  @Override
  public void reset() {
    fileByColumn.clear();
  }

  @Override
  public void add(Map<String, String> dropped) {
    dropped.forEach(fileByColumn::putIfAbsent);
  }

  /** Called on the driver, when a task has ended. */
  @Override
  public void merge(AccumulatorV2<Map<String, String>, Map<String, String>> task) {
    Map<String, StringBuilder> columnsByFile = new TreeMap<>();
    task.value()
        .forEach(
            (column, file) -> {
              if (log.isNew(dataset + ": dropped column " + column)) {
                columnsByFile
                    .computeIfAbsent(file, first -> new StringBuilder())
                    .append(columnsByFile.get(file).isEmpty() ? "" : ", ")
                    .append(column);
              }
            });
    columnsByFile.forEach(
        (file, columns) ->
            log.warn(
                dataset
                    + ": "
                    + columns
                    + " of "
                    + file
                    + " and maybe of other files cannot be seen, because the newest file of the"
                    + " query's dates has no such column. Set merge-schema = true for the store to"
                    + " see the columns of all files."));
  }

  @Override
  public Map<String, String> value() {
    return fileByColumn;
  }
}
