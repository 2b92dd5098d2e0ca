package dev.almanac.bench.scenario;

import java.util.Arrays;
import java.util.Locale;

/** Who answers a question. */
public enum Contender {
  ALMANAC("Almanac"),
  /** Spark's own sources on the same files. */
  SPARK("spark.read"),
  /** A table of Iceberg's with the same rows. */
  ICEBERG("Iceberg"),
  /** A table of Delta's with the same rows. */
  DELTA("Delta"),
  /** DuckDB in the same process, on the same files. */
  DUCKDB("DuckDB"),
  /** Polars in a process of Python, on the same files. */
  POLARS("Polars"),
  /** Opteryx in a process of Python, on the same folders. */
  OPTERYX("Opteryx"),
  /** Nothing but the listing of the folders, by Hadoop. */
  LISTING("bare listing"),
  /** Almanac, on a dataset that has nothing but the day. */
  ALONE("Almanac, that day alone"),
  /** Almanac, on the same rows in Parquet files. */
  PARQUET("Almanac, Parquet"),
  /** The command line without its archive of classes. */
  UNARCHIVED("almanac, no archive"),
  /** Spark's own command line. */
  SPARK_SQL("spark-sql");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** Whether it is Almanac that answers, if on other data or in another way. */
  public boolean isOurs() {
    return this == ALMANAC || this == ALONE || this == PARQUET;
  }

  /** Whether it is compiled while it runs, and Spark with it. */
  public boolean isInSpark() {
    return isOurs() || this == SPARK || this == ICEBERG || this == DELTA;
  }

  /** How an option names it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that an option names. */
  public static Contender of(String key) {
    return Arrays.stream(values())
        .filter(contender -> contender.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No peer is called '%s'; there are %s"
                        .formatted(
                            key, Arrays.stream(values()).map(Contender::key).skip(1).toList())));
  }

  @Override
  public String toString() {
    return label;
  }
}
