package dev.almanac.bench.engine;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code spark.read} of the folders of the days. Where a question is answered to its last row, the
 * folders are listed beforehand, which spares this peer time; where it is planned, in each run. Of
 * JSON, it is told the columns.
 */
final class SparkFilesEngine implements Engine {

  private final SparkSession spark;
  private final SliceFiles files;

  SparkFilesEngine(SparkSession spark, SliceFiles files) {
    this.spark = spark;
    this.files = files;
  }

  @Override
  public Task prepare(Work work) {
    Work.Ask ask = Engine.asked(work);
    Map<Slice, String> views = new HashMap<>();
    String sql =
        ask.question().put(slice -> views.computeIfAbsent(slice, SparkFilesEngine::viewName));
    if (ask.readsRows()) {
      views.forEach(this::view);
      Supplier<Dataset<Row>> query = () -> spark.sql(sql);
      return new SparkTask(ask.manner(), query, query, query, SparkTask.Forgetting.NOTHING);
    }
    Supplier<Dataset<Row>> query =
        () -> {
          views.forEach(this::view);
          return spark.sql(sql);
        };
    return new SparkTask(ask.manner(), query, query, query, SparkTask.Forgetting.NOTHING);
  }

  private static String viewName(Slice slice) {
    return "read_"
        + slice.dataSet().tableName()
        + slice
            .days()
            .map(days -> "_" + days.first() + "_" + days.last())
            .orElse("")
            .replace("-", "");
  }

  private void view(Slice slice, String name) {
    DataSet dataSet = slice.dataSet();
    boolean json = dataSet.extension().startsWith("jsonl");
    DataFrameReader reader =
        spark
            .read()
            .option("recursiveFileLookup", "true")
            .option("pathGlobFilter", "*." + dataSet.extension())
            .format(json ? "json" : dataSet.extension());
    if (json) {
      reader = reader.schema(spark.table(dataSet.in(BenchmarkSession.ALMANAC)).schema());
    }
    reader
        .load(files.folders(slice).stream().map(Object::toString).toArray(String[]::new))
        .createOrReplaceTempView(name);
  }
}
