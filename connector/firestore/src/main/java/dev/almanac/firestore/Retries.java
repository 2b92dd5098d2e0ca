package dev.almanac.firestore;

import com.google.api.gax.rpc.ApiException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a request is tried again, and after what time: twice as long each time, with a part of
 * chance in it so that tasks do not come back all at once. Progress begins the count anew.
 */
final class Retries {

  private static final int MOST = 6;
  private static final long FIRST_MILLIS = 100;

  private final long lastNanos;
  private final Connection connection;
  private int failures;
  private long deadline; // set by the first failure

  Retries(Connection connection) {
    this.connection = connection;
    this.lastNanos = connection.timeoutSeconds() * 1_000_000_000L;
  }

  void progressed() {
    failures = 0;
  }

  /**
   * Waits before the next attempt.
   *
   * @throws dev.almanac.AlmanacException where there is none
   */
  void failed(RuntimeException error, String table) {
    ApiException found = ServerErrors.in(error).orElseThrow(() -> error);
    if (failures++ == 0) {
      deadline = System.nanoTime() + lastNanos;
    }
    long wait = FIRST_MILLIS << failures;
    long jitter = ThreadLocalRandom.current().nextLong(wait / 2);
    boolean late = System.nanoTime() + wait * 1_000_000 > deadline;
    if (!ServerErrors.passes(found) || failures >= MOST || late) {
      throw ServerErrors.of(found, connection, table);
    }
    try {
      Thread.sleep(wait - jitter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServerErrors.of(found, connection, table);
    }
  }
}
