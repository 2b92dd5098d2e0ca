package dev.almanac.firestore;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of a store's collections, each for five minutes: a sample is paid for, and most queries
 * come in groups. Thread-safe.
 */
final class SampleCache {

  private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

  private record Entry(Sample sample, long since) {}

  private final Map<CollectionPath, Entry> entries;

  SampleCache(int size) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<CollectionPath, Entry> eldest) {
            return size() > size;
          }
        };
  }

  synchronized Optional<Sample> get(CollectionPath collection) {
    return Optional.ofNullable(entries.get(collection))
        .filter(entry -> System.nanoTime() - entry.since() < KEPT_NANOS)
        .map(Entry::sample);
  }

  synchronized void put(CollectionPath collection, Sample sample) {
    entries.put(collection, new Entry(sample, System.nanoTime()));
  }

  synchronized void forget(CollectionPath collection) {
    entries.remove(collection);
  }
}
