package dev.almanac.spark;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import org.apache.spark.sql.catalyst.analysis.AnalysisContext;

/**
 * One "now" for all relations of a query, so that a join of two datasets at midnight reads one day.
 *
 * <p>Internal to Spark: {@code AnalysisContext}. Catalogs are asked for one table at a time, and
 * nothing public says which calls belong to one query. The analyser keeps one relation cache for
 * each query that it analyses, in a thread-local context; the identity of that cache tells queries
 * apart.
 */
public final class AnalysisClock {

  private record Reading(WeakReference<Object> query, Instant now) {}

  private static final ThreadLocal<Reading> LAST = new ThreadLocal<>();

  private AnalysisClock() {}

  /** The instant at which the current thread's analysis first asked. */
  public static Instant now(Clock clock) {
    Object query = AnalysisContext.get().relationCache();
    Reading last = LAST.get();
    if (last != null && last.query().get() == query) {
      return last.now();
    }
    Instant now = clock.instant();
    LAST.set(new Reading(new WeakReference<>(query), now));
    return now;
  }
}
