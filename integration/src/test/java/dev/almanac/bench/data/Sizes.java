package dev.almanac.bench.data;

/**
 * How much data there is.
 *
 * @param scale TPC-H's scale factor: 1 is 1.5 million orders and 6 million line items
 * @param historyDays how many days the longest history has, with 24 hours each
 * @param manyFiles how many files there are in the day that has many
 */
public record Sizes(double scale, int historyDays, int manyFiles) {

  /** Histories have at least the days around the one that is asked for. */
  private static final int LEAST_DAYS = 20;

  public Sizes {
    if (!(scale > 0) || historyDays < LEAST_DAYS || manyFiles < 1) {
      throw new IllegalArgumentException(
          "Cannot make data of scale %s, with %d days of history and %d files: they must be more"
                  .formatted(scale, historyDays, manyFiles)
              + " than 0, at least %d, and at least 1".formatted(LEAST_DAYS));
    }
  }

  /** Another name for other content, which can stand in SQL. */
  String name(DataSet.Kind kind) {
    return switch (kind) {
      case TPCH -> "tpch_" + String.valueOf(scale).replace('.', '_').replace('-', '_');
      case DEEP -> "deep_%d_%d".formatted(historyDays, manyFiles);
    };
  }
}
