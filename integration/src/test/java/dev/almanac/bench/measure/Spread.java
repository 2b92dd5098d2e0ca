package dev.almanac.bench.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What many numbers come to.
 *
 * @param low below it lies a quarter of them
 * @param high above it lies a quarter of them
 */
public record Spread(double median, double low, double high) {

  /** Of at least one number; between two of them, it is interpolated. */
  public static Spread of(DoubleStream numbers) {
    double[] sorted = numbers.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double quantile) {
    double at = quantile * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public String toString() {
    return Arrays.toString(new double[] {low, median, high});
  }
}
