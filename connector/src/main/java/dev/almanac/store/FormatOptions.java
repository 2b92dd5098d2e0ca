package dev.almanac.store;

import dev.almanac.spark.TextOptions;
import dev.almanac.store.ValueType.Choice;
import dev.almanac.store.ValueType.SparkText;
import java.util.List;

/** Keys of a store that go to the readers of its files. */
public final class FormatOptions {

  public static final Option CSV =
      Option.ofStore(
          "csv.*",
          new SparkText(TextOptions.CSV),
          "[Spark's CSV"
              + " options](https://spark.apache.org/docs/4.1.1/sql-data-sources-csv.html#data-source-option),"
              + " for the store's csv, tsv and psv files, such as `csv.header`. What they are by"
              + " default: [formats](formats.md).");

  public static final Option TSV =
      Option.ofStore(
          "tsv.*",
          new SparkText(TextOptions.CSV),
          "The same for its tsv files alone; comes before `csv.*`.");

  public static final Option PSV =
      Option.ofStore(
          "psv.*",
          new SparkText(TextOptions.CSV),
          "The same for its psv files alone; comes before `csv.*`.");

  public static final Option JSON =
      Option.ofStore(
          "json.*",
          new SparkText(TextOptions.JSON),
          "[Spark's JSON"
              + " options](https://spark.apache.org/docs/4.1.1/sql-data-sources-json.html#data-source-option),"
              + " for the store's json, jsonl and ndjson files, such as `json.mode`.");

  /** The value of {@link #JSON_READER} that leaves all lines to Spark's parser. */
  public static final String SPARK = "spark";

  public static final Option JSON_READER =
      Option.ofStore(
          "json-reader",
          new Choice(List.of("almanac", SPARK)),
          "almanac",
          "What reads JSON lines: `almanac`, which leaves to Spark's parser only the lines that are"
              + " not plain, or `spark`, whose parser reads them all. The rows are the same:"
              + " [formats](formats.md#json-lines).");

  private static final Choice REBASE = new Choice(List.of("EXCEPTION", "CORRECTED", "LEGACY"));

  public static final Option PARQUET_DATES =
      Option.ofStore(
          "parquet.datetimeRebaseMode",
          REBASE,
          "What becomes of dates before 1582 in Parquet files of Spark 2. Unset: what the session"
              + " says (`spark.sql.parquet.datetimeRebaseModeInRead`).");

  public static final Option PARQUET_INT96 =
      Option.ofStore(
          "parquet.int96RebaseMode", REBASE, "The same for timestamps that are written as INT96.");

  public static final Option AVRO_DATES =
      Option.ofStore(
          "avro.datetimeRebaseMode", REBASE, "The same for dates and timestamps in Avro files.");

  private FormatOptions() {}

  static List<Option> all() {
    return List.of(CSV, TSV, PSV, JSON, JSON_READER, PARQUET_DATES, PARQUET_INT96, AVRO_DATES);
  }
}
