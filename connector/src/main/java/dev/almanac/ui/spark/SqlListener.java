package dev.almanac.ui.spark;

import dev.almanac.ui.page.ConnectClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import scala.jdk.javaapi.CollectionConverters;

/**
 * Remembers the SQL of the last queries, and which sessions ran some: Spark's own pages need
 * neither. Keeps no session or plan alive. Called by one thread, asked by others.
 */
final class SqlListener extends SparkListener {

  /** As many as Spark's own page keeps, unless it is configured to keep more. */
  private static final int MOST = 1000;

  /**
   * What is known of a query.
   *
   * @param text its SQL, redacted; empty where it has none
   * @param session the id of its session
   */
  record Seen(Optional<String> text, String session) {}

  /**
   * The last use of a session.
   *
   * @param number which of all uses of sessions it was
   * @param client who sent the query, if it came by Spark Connect
   */
  private record Use(long number, Optional<ConnectClient> client) {}

  private final Map<Long, Seen> queries = ofTheLast();
  private final Map<Long, ConnectClient> clients = ofTheLast();
  private final Map<SparkSession, Use> sessions = Collections.synchronizedMap(new WeakHashMap<>());
  private final AtomicLong uses = new AtomicLong();

  private static <T> Map<Long, T> ofTheLast() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
            return size() > MOST;
          }
        });
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      ConnectTag.client(CollectionConverters.asJava(start.jobTags()))
          .ifPresent(client -> clients.put(start.executionId(), client));
      // Gone already if the query was quick: its end says the same.
      saw(start.executionId(), SQLExecution.getQueryExecution(start.executionId()));
    } else if (event instanceof SparkListenerSQLExecutionEnd end) {
      saw(end.executionId(), end.qe());
    }
  }

  private void saw(long execution, QueryExecution query) {
    if (query != null) { // Spark's sign for none
      SparkSession session = query.sparkSession();
      sessions.put(
          session, new Use(uses.incrementAndGet(), Optional.ofNullable(clients.get(execution))));
      queries.computeIfAbsent(
          execution, id -> new Seen(SqlText.of(query), SparkApplication.id(session)));
    }
  }

  /** What is known of a query; empty where it is forgotten. */
  Optional<Seen> query(long execution) {
    return Optional.ofNullable(queries.get(execution));
  }

  /** Who uses a session by Spark Connect. */
  Optional<ConnectClient> client(SparkSession session) {
    return Optional.ofNullable(sessions.get(session)).flatMap(Use::client);
  }

  /** The sessions that ran queries and are still in use, the last used first. */
  List<SparkSession> sessions() {
    List<Map.Entry<SparkSession, Use>> used = new ArrayList<>();
    synchronized (sessions) {
      sessions.forEach((session, use) -> used.add(Map.entry(session, use)));
    }
    used.sort(Comparator.comparing(session -> -session.getValue().number()));
    return used.stream().map(Map.Entry::getKey).toList();
  }
}
