package dev.almanac.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The datasets on the disk, each below the folder of its kind and size. Each is made once: a marker
 * beside it says that it is whole.
 */
public final class BenchmarkData {

  /** Makes something. */
  interface Making {
    void make(Path folder) throws IOException;
  }

  private final Path root;
  private final Sizes sizes;

  /**
   * @param root the folder to make data below; other sizes go beside each other
   */
  public BenchmarkData(Path root, Sizes sizes) {
    this.root = root.toAbsolutePath().normalize();
    this.sizes = sizes;
  }

  public Sizes sizes() {
    return sizes;
  }

  /** The folder of everything. */
  public Path root() {
    return root;
  }

  /** The folder of all datasets of a kind: a store of Almanac's. */
  public Path folder(DataSet.Kind kind) {
    return root.resolve(sizes.name(kind));
  }

  /** The folder of a dataset, which need not have been made yet. */
  public Path folder(DataSet dataSet) {
    return folder(dataSet.kind()).resolve(dataSet.tableName());
  }

  /** Where tables of other formats are. */
  public Path tables(String format) {
    return root.resolve("tables-" + format);
  }

  /** Makes a dataset where it is not there yet. */
  public void make(SparkSession spark, DataSet dataSet) throws IOException {
    Path folder = folder(dataSet);
    switch (dataSet) {
      case LINEITEM, ORDERS, ORDERS_HOURLY, CALENDAR ->
          once(folder, to -> new TpchData(spark, sizes.scale()).write(dataSet, to));
      case LINEITEM_ARROW -> {
        make(spark, DataSet.LINEITEM);
        once(folder, to -> ArrowCopy.write(spark, folder(DataSet.LINEITEM), to));
      }
      case LINES_JSON, ORDERS_NESTED -> {
        make(spark, DataSet.LINEITEM);
        make(spark, DataSet.ORDERS);
        TpchLines lines = new TpchLines(spark, folder(DataSet.LINEITEM), folder(DataSet.ORDERS));
        once(folder, to -> lines.write(dataSet, to));
      }
      case HISTORY_DAY, HISTORY_YEAR, HISTORY_ALL, TINY_FILES, MANY_FILES ->
          once(folder, to -> new DeepData(spark, sizes).write(dataSet, to));
    }
  }

  /** Makes a folder, unless that was done before. What is left of a try that failed goes away. */
  static void once(Path folder, Making making) throws IOException {
    Path made = folder.resolveSibling("." + folder.getFileName() + ".made");
    if (Files.exists(made)) {
      return;
    }
    Folders.delete(folder);
    Files.createDirectories(folder);
    System.err.println("Making " + folder);
    making.make(folder);
    Files.createFile(made);
  }
}
