package dev.almanac.bench.engine;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables of another format in the same Spark, whose days are partitions. */
final class TableEngine implements Engine {

  /** Where the tables are, and how they get there. */
  interface Tables {
    String name(DataSet dataSet);

    void make(DataSet dataSet) throws IOException;
  }

  private final SparkSession spark;
  private final Tables tables;

  TableEngine(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  @Override
  public Task prepare(Work work) throws IOException {
    Work.Ask ask = Engine.asked(work);
    for (Slice slice : ask.question().slices().values()) {
      tables.make(slice.dataSet());
    }
    String sql = ask.question().put(names());
    String compared = ask.compared().put(names());
    Supplier<Dataset<Row>> query = () -> spark.sql(sql);
    return new SparkTask(
        ask.manner(), query, () -> spark.sql(compared), query, SparkTask.Forgetting.NOTHING);
  }

  private Question.Names names() {
    return slice ->
        slice
            .days()
            .map(
                days ->
                    "(SELECT * FROM %s WHERE %s BETWEEN DATE'%s' AND DATE'%s')"
                        .formatted(
                            tables.name(slice.dataSet()),
                            slice.dataSet().dateColumn(),
                            days.first(),
                            days.last()))
            .orElseGet(() -> tables.name(slice.dataSet()));
  }
}
