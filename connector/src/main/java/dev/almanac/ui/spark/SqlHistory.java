package dev.almanac.ui.spark;

import dev.almanac.ui.page.QueryRun;
import dev.almanac.ui.page.ScanRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.execution.ui.SQLAppStatusStore;
import org.apache.spark.sql.execution.ui.SQLExecutionUIData;
import org.apache.spark.sql.execution.ui.SQLPlanMetric;
import org.apache.spark.sql.execution.ui.SparkPlanGraph;
import org.apache.spark.sql.execution.ui.SparkPlanGraphNode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The last queries, out of the store behind Spark's tab SQL: it has their plans and their metrics,
 * and bounds how many it keeps ({@code spark.sql.ui.retainedExecutions}).
 *
 * @param store Spark's
 * @param listener knows the queries' SQL
 * @param catalogs the names of Almanac's catalogs
 */
record SqlHistory(SQLAppStatusStore store, SqlListener listener, Set<String> catalogs) {

  private static final int SHOWN = 100;

  /** As Spark names the types of metrics of data sources: by their class. */
  private static final String OUR_METRIC = "v2Custom_dev.almanac.";

  private static final String SCAN = "BatchScan ";

  /** As the scan of folders describes itself. */
  private static final Pattern DATES = Pattern.compile("\\(almanac\\) dates: (.*?), scheme: ");

  List<QueryRun> queries() {
    List<SQLExecutionUIData> executions = CollectionConverters.asJava(store.executionsList());
    List<QueryRun> queries = new ArrayList<>();
    for (int i = executions.size() - 1; i >= 0 && queries.size() < SHOWN; i--) {
      query(executions.get(i)).ifPresent(queries::add);
    }
    return queries;
  }

  private Optional<QueryRun> query(SQLExecutionUIData execution) {
    long id = execution.executionId();
    List<ScanRun> scans = new ArrayList<>();
    try {
      SparkPlanGraph plan = store.planGraph(id);
      Map<Long, String> values = new HashMap<>();
      for (SparkPlanGraphNode node : CollectionConverters.asJava(plan.allNodes())) {
        if (isOurs(node)) {
          if (values.isEmpty()) {
            CollectionConverters.asJava(store.executionMetrics(id))
                .forEach((metric, value) -> values.put((Long) metric, value));
          }
          scans.add(scan(node, values));
        }
      }
    } catch (NoSuchElementException e) { // Spark has just forgotten it
      return Optional.empty();
    }
    return scans.isEmpty() ? Optional.empty() : Optional.of(run(execution, scans));
  }

  private QueryRun run(SQLExecutionUIData execution, List<ScanRun> scans) {
    Instant submitted = Instant.ofEpochMilli(execution.submissionTime());
    Instant end =
        execution.completionTime().isDefined()
            ? execution.completionTime().get().toInstant()
            : Instant.now();
    Optional<SqlListener.Seen> seen = listener.query(execution.executionId());
    String text =
        seen.flatMap(SqlListener.Seen::text)
            .or(() -> listener.query(execution.rootExecutionId()).flatMap(SqlListener.Seen::text))
            .orElse(execution.description());
    return new QueryRun(
        execution.executionId(),
        text,
        submitted,
        end.isBefore(submitted) ? Duration.ZERO : Duration.between(submitted, end),
        execution.executionStatus(),
        seen.map(SqlListener.Seen::session),
        scans);
  }

  /** By the metrics of folders, or by name: collections of documents have no such metrics. */
  private boolean isOurs(SparkPlanGraphNode node) {
    return node.name().startsWith(SCAN)
        && (CollectionConverters.asJava(node.metrics()).stream()
                .anyMatch(metric -> metric.metricType().startsWith(OUR_METRIC))
            || catalogs.stream().anyMatch(catalog -> node.name().startsWith(SCAN + catalog + ".")));
  }

  private static ScanRun scan(SparkPlanGraphNode node, Map<Long, String> values) {
    Map<String, String> named = new HashMap<>();
    for (SQLPlanMetric metric : CollectionConverters.asJava(node.metrics())) {
      String value = values.get(metric.accumulatorId());
      if (value != null) {
        named.put(metric.name(), value);
      }
    }
    Matcher dates = DATES.matcher(node.desc());
    return new ScanRun(
        node.name().substring(SCAN.length()),
        dates.find() ? Optional.of(dates.group(1)) : Optional.empty(),
        number(named, "number of days read"),
        number(named, "number of days pruned"),
        number(named, "number of files read"),
        number(named, "number of files pruned"),
        number(named, "bytes of files read"),
        number(named, "number of output rows"));
  }

  /** Spark keeps them as texts with separators. */
  private static OptionalLong number(Map<String, String> named, String metric) {
    String digits = named.getOrDefault(metric, "").replace(",", "");
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
