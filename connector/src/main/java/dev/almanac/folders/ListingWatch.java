package dev.almanac.folders;

import dev.almanac.spark.ListingEvent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells how far a listing has come: to listeners a few times a second, to the log every ten
 * seconds. A listing that is done before that is not mentioned. Thread-safe.
 */
final class ListingWatch implements Consumer<ListingCounts> {

  private static final long TELL_EACH = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long LOG_EACH = TimeUnit.SECONDS.toNanos(10);

  private final String dataset;
  private final LongSupplier clock;
  private final Consumer<ListingEvent> listeners;
  private final Consumer<ListingEvent> log;
  private final long start;
  private final AtomicLong told;
  private final AtomicLong logged;

  /**
   * Begins to watch.
   *
   * @param dataset the name of what is listed
   * @param clock nanoseconds from any point of time
   */
  ListingWatch(
      String dataset,
      LongSupplier clock,
      Consumer<ListingEvent> listeners,
      Consumer<ListingEvent> log) {
    this.dataset = dataset;
    this.clock = clock;
    this.listeners = listeners;
    this.log = log;
    this.start = clock.getAsLong();
    this.told = new AtomicLong(start);
    this.logged = new AtomicLong(start);
  }

  @Override
  public void accept(ListingCounts counts) {
    long now = clock.getAsLong();
    if (isDue(told, now, TELL_EACH)) {
      listeners.accept(event(counts, now));
    }
    if (isDue(logged, now, LOG_EACH)) {
      log.accept(event(counts, now));
    }
  }

  /** Whether it is time again; if so, for the one thread that asks first. */
  private static boolean isDue(AtomicLong last, long now, long each) {
    long before = last.get();
    return now - before >= each && last.compareAndSet(before, now);
  }

  private ListingEvent event(ListingCounts counts, long now) {
    return new ListingEvent(
        dataset,
        counts.calls(),
        counts.expected(),
        counts.files(),
        TimeUnit.NANOSECONDS.toMillis(now - start));
  }
}
