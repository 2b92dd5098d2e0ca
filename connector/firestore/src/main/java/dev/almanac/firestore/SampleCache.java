package dev.almanac.firestore;

import dev.almanac.store.LruCache;
import java.time.Duration;
import java.util.Optional;

/**
 * Samples of a store's collections, each for five minutes: a sample is paid for, and most queries
 * come in groups. Thread-safe.
 */
final class SampleCache {

  private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

  private record Entry(Sample sample, long since) {}

  private final LruCache<CollectionPath, Entry> entries;

  SampleCache(int size) {
    entries = new LruCache<>(size);
  }

  Optional<Sample> get(CollectionPath collection) {
    return entries
        .get(collection)
        .filter(entry -> System.nanoTime() - entry.since() < KEPT_NANOS)
        .map(Entry::sample);
  }

  void put(CollectionPath collection, Sample sample) {
    entries.put(collection, new Entry(sample, System.nanoTime()));
  }

  void forget(CollectionPath collection) {
    entries.remove(collection);
  }
}
