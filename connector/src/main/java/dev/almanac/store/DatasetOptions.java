package dev.almanac.store;

import dev.almanac.store.ValueType.Choice;
import dev.almanac.store.ValueType.Count;
import dev.almanac.store.ValueType.Flag;
import dev.almanac.store.ValueType.Form;
import dev.almanac.store.ValueType.Name;
import dev.almanac.store.ValueType.Scheme;
import dev.almanac.store.ValueType.Zone;
import java.util.List;

/** Keys of a store: where it is, and how its datasets are read. */
public final class DatasetOptions {

  public static final Option CONNECTOR =
      Option.ofStore(
          "connector",
          new Name("connector"), // which there are is for the catalog to say
          "folders",
          "What the store speaks: `folders` (any Hadoop file system), `mongodb` or `firestore`.");

  public static final Option LOCATION =
      Option.ofStore(
          "location",
          new Name("path or URI"),
          "Where the store is: a path, or a URI such as `file:/data`, `s3://bucket/data`,"
              + " `gs://bucket/data` or `hdfs://host/data`.");

  public static final Option PARTITION_SCHEME =
      Option.ofStore(
          "partition-scheme",
          new Scheme(),
          "How the store's datasets are divided: `mabel`, `none`, `hive`, or a template such as"
              + " `{yyyy}/{mm}/{dd}`. Unset: detected per dataset.");

  public static final Option DATE_COLUMN =
      Option.ofStore(
          "date-column",
          new Form(
              "column",
              "[^/=\\s]+",
              "It takes the name of a partition column, such as dt of folders dt=2024-03-17."),
          "With `partition-scheme = hive`: the partition column that holds the date."
              + " Unset: `dt`, `date`, `day`, `ds`, or `year`/`month`/`day`.");

  public static final Option DEFAULT_DATES =
      Option.ofStore(
          "default-dates",
          new Choice(List.of("today", "latest", "all", "required")),
          "today",
          "What a query without a clause reads of a dated dataset: `today`, `latest` (the newest day"
              + " with a complete frame), `all`, or `required` (an error).");

  public static final Option TIME_ZONE =
      Option.ofStore(
          "time-zone",
          new Zone(),
          "UTC",
          "The zone in which the folders' days and hours, and dates in clauses, are meant.");

  public static final Option MERGE_SCHEMA =
      Option.ofStore(
          "merge-schema",
          new Flag(),
          "false",
          "`true`: the schema is the union over all files in the range; `false`: the newest file's.");

  public static final Option SCHEMA_SAMPLE_ROWS =
      Option.ofStore(
          "schema-sample-rows",
          new Count("rows", 1),
          "100000",
          "How many rows of a text file are read to infer its columns' types.");

  private DatasetOptions() {}

  static List<Option> all() {
    return List.of(
        CONNECTOR,
        LOCATION,
        PARTITION_SCHEME,
        DATE_COLUMN,
        DEFAULT_DATES,
        TIME_ZONE,
        MERGE_SCHEMA,
        SCHEMA_SAMPLE_ROWS);
  }
}
