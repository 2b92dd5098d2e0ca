package dev.almanac.bench.data;

import java.time.LocalDate;

/** A dataset of the benchmarks: dated folders in Mabel's layout, but for {@link #CALENDAR}. */
public enum DataSet {
  /** TPC-H's line items by the day of their shipment, one Parquet file a day. */
  LINEITEM(Kind.TPCH, "parquet", "l_shipdate"),
  /** TPC-H's orders by their day, one Parquet file a day. */
  ORDERS(Kind.TPCH, "parquet", "o_orderdate"),
  /** The same, one Parquet file an hour. */
  ORDERS_HOURLY(Kind.TPCH, "parquet", "o_orderdate"),
  /** Line items with what their order says, 20 columns, as JSON lines in zstd. */
  LINES_JSON(Kind.TPCH, "jsonl.zst", "l_shipdate"),
  /** Orders with their line items in them, as JSON lines in zstd. */
  ORDERS_NESTED(Kind.TPCH, "jsonl.zst", "o_orderdate"),
  /** {@link #LINEITEM} in Arrow's file format. */
  LINEITEM_ARROW(Kind.TPCH, "arrow", "l_shipdate"),
  /** A row for each day, not dated: the small side of a join. */
  CALENDAR(Kind.TPCH, "parquet", "day"),
  /** One day of hours with a row each. */
  HISTORY_DAY(Kind.DEEP, "parquet", "day"),
  /** A year of such days. */
  HISTORY_YEAR(Kind.DEEP, "parquet", "day"),
  /** Ten years of such days, or as many as are asked for. */
  HISTORY_ALL(Kind.DEEP, "parquet", "day"),
  /** A day with 1,000 files of a row each. */
  TINY_FILES(Kind.DEEP, "parquet", "day"),
  /** A day with 100,000 such files, or as many as are asked for. */
  MANY_FILES(Kind.DEEP, "parquet", "day");

  /** What the size of a dataset depends on. */
  public enum Kind {
    TPCH,
    DEEP
  }

  /** The first day of the datasets of TPC-H. */
  public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  /** The last day of the datasets of TPC-H. */
  public static final LocalDate LAST = LocalDate.of(2024, 3, 31);

  /** The last day of the histories. */
  public static final LocalDate LAST_OF_HISTORY = LocalDate.of(2020, 12, 31);

  /** A day that every history has, and the only one that the datasets of many files have. */
  public static final LocalDate DAY_OF_HISTORY = LocalDate.of(2020, 12, 15);

  private final Kind kind;
  private final String extension;
  private final String dateColumn;

  DataSet(Kind kind, String extension, String dateColumn) {
    this.kind = kind;
    this.extension = extension;
    this.dateColumn = dateColumn;
  }

  public Kind kind() {
    return kind;
  }

  /** What the names of its files end with, without the dot. */
  public String extension() {
    return extension;
  }

  /** The column by which other formats' tables know the day of a row. */
  public String dateColumn() {
    return dateColumn;
  }

  /** Its folder's name, and a table's. */
  public String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Its name in SQL, in a catalog of Almanac. */
  public String in(String catalog) {
    return catalog + "." + kind.name().toLowerCase(java.util.Locale.ROOT) + "." + tableName();
  }
}
