package dev.almanac.folders;

import dev.almanac.spark.SessionConf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts files into slices and packs slices into tasks, by the rules and settings of Spark's own file
 * sources ({@code spark.sql.files.*}); where tasks are few, they are of about the same size.
 *
 * @param maxPartitionBytes the most bytes of a task
 * @param openCostBytes what opening a file counts as, in bytes
 * @param minPartitions how many tasks there should be at least, if there is enough to read
 * @param maxPartitions how many there should be at most
 */
record Packing(
    long maxPartitionBytes, long openCostBytes, int minPartitions, OptionalInt maxPartitions) {

  /** So many tasks for each processor are enough for an uneven end to be short. */
  private static final int MOST_TURNS = 8;

  static Packing of(SparkSession session) {
    var conf = SessionConf.of(session);
    var min = conf.filesMinPartitionNum();
    var max = conf.filesMaxPartitionNum();
    return new Packing(
        conf.filesMaxPartitionBytes(),
        conf.filesOpenCostInBytes(),
        min.isDefined() ? (int) min.get() : session.sparkContext().defaultParallelism(),
        max.isDefined() ? OptionalInt.of((int) max.get()) : OptionalInt.empty());
  }

  /** The most bytes of a slice, given all bytes to read. */
  long maxSplitBytes(long totalBytes, long files) {
    long perCore = (totalBytes + files * openCostBytes) / Math.max(1, minPartitions);
    return Math.min(maxPartitionBytes, Math.max(openCostBytes, perCore));
  }

  /**
   * Cuts a file into slices; one where it is small, as most are of very many, or cannot be split.
   *
   * @param splittable asked of large files only
   */
  static void split(
      PlannedSlice file,
      BooleanSupplier splittable,
      long maxSplitBytes,
      Consumer<PlannedSlice> slices) {
    if (file.length() <= maxSplitBytes || !splittable.getAsBoolean()) {
      slices.accept(file);
      return;
    }
    for (long start = 0; start < file.length(); start += maxSplitBytes) {
      slices.accept(file.part(start, Math.min(maxSplitBytes, file.length() - start)));
    }
  }

  /**
   * Fills tasks with the largest slices first, each as far as it goes. Where the processors get few
   * of them each, the same slices are then spread evenly over as many tasks as leave no processor
   * idle in the end: the query waits for the last task, and filling leaves the first with more of
   * the largest, and a last one with little, which runs alone.
   *
   * @param length a slice's length in bytes
   */
  <T> List<List<T>> pack(List<T> slices, ToLongFunction<T> length, long maxSplitBytes) {
    List<T> ordered = new ArrayList<>(slices);
    ordered.sort(Comparator.comparingLong(length).reversed());
    List<List<T>> packed = filled(ordered, length, maxSplitBytes);
    int atOnce = Math.max(1, minPartitions);
    if (packed.size() < 2 || packed.size() > MOST_TURNS * (long) atOnce) {
      return packed; // of many, who is ready first takes the next
    }
    if (packed.size() < atOnce || packed.size() % atOnce == 0) {
      return spread(ordered, length, packed.size()).orElse(packed);
    }
    int wholeTurns = packed.size() / atOnce * atOnce;
    return spread(ordered, length, wholeTurns)
        .or(() -> spread(ordered, length, wholeTurns + atOnce))
        .orElse(packed);
  }

  private <T> List<List<T>> filled(List<T> ordered, ToLongFunction<T> length, long maxSplitBytes) {
    List<List<T>> packed = fill(ordered, length, maxSplitBytes);
    if (maxPartitions.isPresent() && packed.size() > maxPartitions.getAsInt()) {
      long total = 0;
      for (T slice : ordered) {
        total += length.applyAsLong(slice) + openCostBytes;
      }
      long wanted = (total + maxPartitions.getAsInt() - 1) / maxPartitions.getAsInt();
      return fill(ordered, length, wanted);
    }
    return packed;
  }

  private record Task<T>(int number, long bytes, List<T> slices) {

    static final Comparator<Task<?>> LEAST_FIRST =
        Comparator.<Task<?>>comparingLong(Task::bytes).thenComparingInt(Task::number);

    Task<T> with(T slice, long cost) {
      slices.add(slice);
      return new Task<>(number, bytes + cost, slices);
    }
  }

  /**
   * Each slice, largest first, to the task that has least; empty if one would have too much.
   *
   * @param most how many tasks, if so many are allowed and have something to do
   */
  private <T> Optional<List<List<T>>> spread(List<T> ordered, ToLongFunction<T> length, int most) {
    int tasks = Math.min(Math.min(most, maxPartitions.orElse(most)), ordered.size());
    List<List<T>> spread = new ArrayList<>(tasks);
    PriorityQueue<Task<T>> open = new PriorityQueue<>(tasks, Task.LEAST_FIRST);
    for (int number = 0; number < tasks; number++) {
      spread.add(new ArrayList<>());
      open.add(new Task<>(number, 0, spread.get(number)));
    }
    for (T slice : ordered) {
      Task<T> least = open.remove();
      if (!least.slices().isEmpty()
          && least.bytes() + length.applyAsLong(slice) > maxPartitionBytes) {
        return Optional.empty();
      }
      open.add(least.with(slice, length.applyAsLong(slice) + openCostBytes));
    }
    return Optional.of(spread);
  }

  private <T> List<List<T>> fill(List<T> ordered, ToLongFunction<T> length, long limit) {
    List<List<T>> packed = new ArrayList<>();
    List<T> current = new ArrayList<>();
    long bytes = 0;
    for (T slice : ordered) {
      if (!current.isEmpty() && bytes + length.applyAsLong(slice) > limit) {
        packed.add(current);
        current = new ArrayList<>();
        bytes = 0;
      }
      bytes += length.applyAsLong(slice) + openCostBytes;
      current.add(slice);
    }
    if (!current.isEmpty()) {
      packed.add(current);
    }
    return packed;
  }
}
