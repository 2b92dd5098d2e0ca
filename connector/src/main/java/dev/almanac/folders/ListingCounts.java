package dev.almanac.folders;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the listings for one table cost, as they go on. Thread-safe. */
final class ListingCounts {

  private final AtomicLong expected = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final Consumer<ListingCounts> watcher;

  ListingCounts() {
    this(counts -> {});
  }

  /**
   * Counts, and is watched.
   *
   * @param watcher is asked whenever a number has grown, by any thread
   */
  ListingCounts(Consumer<ListingCounts> watcher) {
    this.watcher = watcher;
  }

  /** So many folders are about to be listed. */
  void expect(int folders) {
    expected.set(calls.get() + folders);
  }

  /** A file was found. */
  void file() {
    files(1);
  }

  /** So many files were found at once. */
  void files(int found) {
    files.addAndGet(found);
    watcher.accept(this);
  }

  /** A LIST call has ended. */
  void add(long elapsedNanos) {
    calls.incrementAndGet();
    nanos.addAndGet(elapsedNanos);
    watcher.accept(this);
  }

  /** LIST calls: one for each folder, however many pages it takes. */
  long calls() {
    return calls.get();
  }

  /** LIST calls that are made or known to come. */
  long expected() {
    return Math.max(expected.get(), calls.get());
  }

  /** Files found by them. */
  long files() {
    return files.get();
  }

  /** The time of all calls added up, in milliseconds: more than the clock shows where parallel. */
  long millis() {
    return nanos.get() / 1_000_000;
  }
}
