package dev.almanac.generate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where a row belongs, and its place there.
 *
 * @param order the number of the order
 * @param line the number of the line item in its order, or 0
 */
record RowKey(LocalDate day, long order, int line) implements Comparable<RowKey>, Serializable {

  private static final Comparator<RowKey> IN_ORDER =
      Comparator.comparing(RowKey::day).thenComparing(RowKey::order).thenComparing(RowKey::line);

  /** TPC-H knows no hours: the number of the order spreads them evenly. */
  int hour() {
    return (int) Long.remainderUnsigned(order * 0x9E3779B97F4A7C15L, 24);
  }

  @Override
  public int compareTo(RowKey other) {
    return IN_ORDER.compare(this, other);
  }
}
