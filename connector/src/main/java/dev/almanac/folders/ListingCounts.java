package dev.almanac.folders;

import java.util.concurrent.atomic.AtomicLong;

/** What the listings for one table cost. Thread-safe. */
final class ListingCounts {

  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  void add(long elapsedNanos) {
    calls.incrementAndGet();
    nanos.addAndGet(elapsedNanos);
  }

  /** LIST calls: one for each folder, however many pages it takes. */
  long calls() {
    return calls.get();
  }

  /** The time of all calls added up, in milliseconds: more than the clock shows where parallel. */
  long millis() {
    return nanos.get() / 1_000_000;
  }
}
