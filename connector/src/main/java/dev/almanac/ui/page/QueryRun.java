package dev.almanac.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A query that reads tables of Almanac's.
 *
 * @param id its number on Spark's pages
 * @param text its SQL, or what Spark calls it by; redacted
 * @param submitted when it began
 * @param duration how long it took, or takes until now
 * @param status RUNNING, COMPLETED or FAILED, as on Spark's pages
 * @param scans what it reads
 */
public record QueryRun(
    long id,
    String text,
    Instant submitted,
    Duration duration,
    String status,
    List<ScanRun> scans) {

  public QueryRun {
    scans = List.copyOf(scans);
  }
}
