package dev.almanac.ui.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * Remembers the SQL of the last queries, and which sessions ran some: Spark's own pages need
 * neither. Keeps no session or plan alive. Called by one thread, asked by others.
 */
final class SqlListener extends SparkListener {

  /** As many as Spark's own page keeps, unless it is configured to keep more. */
  private static final int MOST = 1000;

  private final Map<Long, String> texts =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
              return size() > MOST;
            }
          });
  private final Map<SparkSession, Long> sessions = Collections.synchronizedMap(new WeakHashMap<>());
  private final AtomicLong uses = new AtomicLong();

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      // Gone already if the query was quick: its end says the same.
      saw(start.executionId(), SQLExecution.getQueryExecution(start.executionId()));
    } else if (event instanceof SparkListenerSQLExecutionEnd end) {
      saw(end.executionId(), end.qe());
    }
  }

  private void saw(long execution, QueryExecution query) {
    if (query != null) { // Spark's sign for none
      sessions.put(query.sparkSession(), uses.incrementAndGet());
      if (!texts.containsKey(execution)) {
        SqlText.of(query).ifPresent(text -> texts.put(execution, text));
      }
    }
  }

  /** The SQL of a query, redacted; empty where it has none, or it is forgotten. */
  Optional<String> text(long execution) {
    return Optional.ofNullable(texts.get(execution));
  }

  /** The sessions that ran queries and are still in use, the last used first. */
  List<SparkSession> sessions() {
    List<Map.Entry<SparkSession, Long>> used = new ArrayList<>();
    synchronized (sessions) {
      sessions.forEach((session, use) -> used.add(Map.entry(session, use)));
    }
    used.sort(Map.Entry.<SparkSession, Long>comparingByValue().reversed());
    return used.stream().map(Map.Entry::getKey).toList();
  }
}
