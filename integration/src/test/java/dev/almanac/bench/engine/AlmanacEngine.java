package dev.almanac.bench.engine;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import dev.almanac.bench.scenario.Work.Manner;
import org.apache.spark.sql.SparkSession;

/**
 * Almanac. Its requests are counted in a run of their own, through a file system that is none of
 * the disk's: on the disk it walks folders itself.
 */
final class AlmanacEngine implements Engine {

  private final SparkSession spark;

  AlmanacEngine(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public Task prepare(Work work) {
    Work.Ask ask = Engine.asked(work);
    String timed = ask.question().put(new In(BenchmarkSession.ALMANAC));
    String compared = ask.compared().put(new In(BenchmarkSession.ALMANAC));
    String counted = ask.question().put(new In(BenchmarkSession.COUNTED));
    return new SparkTask(
        ask.manner(),
        () -> spark.sql(timed),
        () -> spark.sql(compared),
        () -> spark.sql(counted),
        forgets -> forget(ask, forgets));
  }

  /** What is counted is always counted with nothing remembered. */
  private void forget(Work.Ask ask, boolean counted) {
    if (counted || ask.manner() == Manner.PLAN_AFRESH) {
      String catalog = counted ? BenchmarkSession.COUNTED : BenchmarkSession.ALMANAC;
      for (Slice slice : ask.question().slices().values()) {
        spark.sql("REFRESH TABLE " + slice.dataSet().in(catalog));
      }
    }
  }

  private record In(String catalog) implements Question.Names {

    @Override
    public String slice(Slice slice) {
      String table = slice.dataSet().in(catalog);
      return slice.dataSet() == DataSet.CALENDAR ? table : dated(table, slice);
    }

    @Override
    public String files(Slice slice) {
      return dated(slice.dataSet().in(catalog) + ".files", slice);
    }

    private static String dated(String table, Slice slice) {
      return table + " " + slice.datesClause();
    }

    @Override
    public String date(Slice slice) {
      return "_date";
    }
  }
}
