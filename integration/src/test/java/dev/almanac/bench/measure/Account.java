package dev.almanac.bench.measure;

import dev.almanac.testing.CountingFileSystem;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * What one run, in which nothing is timed, needed.
 *
 * @param peakHeapBytes the sum of what each part of the heap held at its fullest, garbage included;
 *     empty where the runner's memory is not this heap
 * @param requests empty where nobody can count them
 */
public record Account(OptionalLong peakHeapBytes, Optional<Requests> requests) {

  /** Nothing that this process could see. */
  public static Account unknown() {
    return new Account(OptionalLong.empty(), Optional.empty());
  }

  /** Runs an action whose files go through {@link CountingFileSystem} or {@link MeteredDisk}. */
  public static Account of(Callable<?> action) throws Exception {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    CountingFileSystem.reset();
    MeteredDisk.count(true);
    try {
      action.call();
    } finally {
      MeteredDisk.count(false);
    }
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Account(OptionalLong.of(peak), Optional.of(Requests.counted()));
  }
}
