package dev.almanac.folders;

import dev.almanac.spark.SessionConf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts files into slices and packs slices into tasks, by the rules and settings of Spark's own file
 * sources ({@code spark.sql.files.*}).
 *
 * @param maxPartitionBytes the most bytes of a task
 * @param openCostBytes what opening a file counts as, in bytes
 * @param minPartitions how many tasks there should be at least, if there is enough to read
 * @param maxPartitions how many there should be at most
 */
record Packing(
    long maxPartitionBytes, long openCostBytes, int minPartitions, OptionalInt maxPartitions) {

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

  /** A file's slices; one where it cannot be split. */
  static List<PlannedSlice> split(PlannedSlice file, boolean splittable, long maxSplitBytes) {
    if (!splittable || file.length() <= maxSplitBytes) {
      return List.of(file);
    }
    List<PlannedSlice> slices = new ArrayList<>();
    for (long start = 0; start < file.length(); start += maxSplitBytes) {
      long length = Math.min(maxSplitBytes, file.length() - start);
      slices.add(file.part(start, length));
    }
    return slices;
  }

  /**
   * Fills tasks with the largest slices first, each as far as it goes.
   *
   * @param length a slice's length in bytes
   */
  <T> List<List<T>> pack(List<T> slices, Function<T, Long> length, long maxSplitBytes) {
    List<T> ordered = new ArrayList<>(slices);
    ordered.sort(Comparator.comparing(length, Comparator.reverseOrder()));
    List<List<T>> packed = fill(ordered, length, maxSplitBytes);
    if (maxPartitions.isPresent() && packed.size() > maxPartitions.getAsInt()) {
      long total = 0;
      for (T slice : ordered) {
        total += length.apply(slice) + openCostBytes;
      }
      long wanted = (total + maxPartitions.getAsInt() - 1) / maxPartitions.getAsInt();
      return fill(ordered, length, wanted);
    }
    return packed;
  }

  private <T> List<List<T>> fill(List<T> ordered, Function<T, Long> length, long limit) {
    List<List<T>> packed = new ArrayList<>();
    List<T> current = new ArrayList<>();
    long bytes = 0;
    for (T slice : ordered) {
      if (!current.isEmpty() && bytes + length.apply(slice) > limit) {
        packed.add(current);
        current = new ArrayList<>();
        bytes = 0;
      }
      bytes += length.apply(slice) + openCostBytes;
      current.add(slice);
    }
    if (!current.isEmpty()) {
      packed.add(current);
    }
    return packed;
  }
}
