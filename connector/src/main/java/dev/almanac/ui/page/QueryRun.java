package dev.almanac.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A query that reads tables of Almanac's.
 *
 * @param id its number on Spark's pages
 * @param text its SQL, or what Spark calls it by; redacted
 * @param submitted when it began
 * @param duration how long it took, or takes until now
 * @param status RUNNING, COMPLETED or FAILED, as on Spark's pages
 * @param session the id of the session that ran it, if it is known
 * @param scans what it reads
 */
public record QueryRun(
    long id,
    String text,
    Instant submitted,
    Duration duration,
    String status,
    Optional<String> session,
    List<ScanRun> scans) {

  public QueryRun {
    scans = List.copyOf(scans);
  }
}
