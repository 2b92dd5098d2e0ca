package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Work.Manner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A query in this process's Spark.
 *
 * @param query makes it, anew for each run
 * @param compared makes the one whose rows are compared
 * @param counted makes it so that its requests are counted
 * @param before is run before each run, untimed and uncounted
 */
record SparkTask(
    Manner manner,
    Supplier<Dataset<Row>> query,
    Supplier<Dataset<Row>> compared,
    Supplier<Dataset<Row>> counted,
    Forgetting before)
    implements Task {

  private static final int AT_ONCE = 20;

  /** Makes the session forget what it remembers of tables. */
  interface Forgetting {

    /** Forgets nothing. */
    Forgetting NOTHING = counted -> {};

    void forget(boolean counted);
  }

  @Override
  public Rows rows() {
    return Rows.of(
        compared.get().collectAsList().stream()
            .map(row -> CollectionConverters.asJava(row.toSeq()))
            .toList());
  }

  @Override
  public Timing time() throws Exception {
    before.forget(false);
    return Timing.of(() -> run(query));
  }

  @Override
  public Account account() throws Exception {
    before.forget(true);
    return Account.of(() -> run(counted));
  }

  private Object run(Supplier<Dataset<Row>> made) throws Exception {
    return switch (manner) {
      case ROWS -> made.get().collectAsList();
      case PLAN, PLAN_AFRESH -> plan(made.get());
      case AT_ONCE -> atOnce(made);
    };
  }

  /** Parses, analyses, optimises and plans, up to the tasks, without running any. */
  private static Object plan(Dataset<Row> query) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) query)
        .queryExecution()
        .toRdd()
        .getNumPartitions();
  }

  private static Object atOnce(Supplier<Dataset<Row>> made) throws Exception {
    SparkSession session = SparkSession.active();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        running.add(
            threads.submit(
                () -> {
                  SparkSession.setActiveSession(session);
                  return made.get().collectAsList();
                }));
      }
      for (Future<?> one : Collections.unmodifiableList(running)) {
        one.get();
      }
      return running.size();
    } finally {
      threads.shutdownNow();
    }
  }
}
