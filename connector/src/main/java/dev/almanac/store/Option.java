package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The configuration keys, in one place: documentation, validation and reading all start here.
 *
 * <p>Keys of {@link Scope#STORE} are written {@code
 * spark.sql.catalog.<catalog>.store.<prefix>.<key>}, or without {@code store.<prefix>.} as the
 * default of all stores of the catalog. Keys of {@link Scope#CATALOG} belong to the catalog only.
 */
public enum Option {
  CONNECTOR(
      "connector",
      Scope.STORE,
      "folders",
      "What the store speaks: `folders` (any Hadoop file system), `mongodb` or `firestore`.",
      Values.any()),
  LOCATION(
      "location",
      Scope.STORE,
      "",
      "Where the store is: a path, or a URI such as `file:/data`, `s3://bucket/data`,"
          + " `gs://bucket/data` or `hdfs://host/data`.",
      Values.any()),
  PARTITION_SCHEME(
      "partition-scheme",
      Scope.STORE,
      "",
      "How the store's datasets are divided: `mabel`, `none`, `hive`, or a template such as"
          + " `{yyyy}/{mm}/{dd}`. Unset: detected per dataset.",
      Values.any()),
  DATE_COLUMN(
      "date-column",
      Scope.STORE,
      "",
      "With `partition-scheme = hive`: the partition column that holds the date."
          + " Unset: `dt`, `date`, `day`, `ds`, or `year`/`month`/`day`.",
      Values.any()),
  DEFAULT_DATES(
      "default-dates",
      Scope.STORE,
      "today",
      "What a query without a clause reads of a dated dataset: `today`, `latest` (the newest day"
          + " with a complete frame), `all`, or `required` (an error).",
      Values.oneOf("today", "latest", "all", "required")),
  TIME_ZONE(
      "time-zone",
      Scope.STORE,
      "UTC",
      "The zone in which the folders' days and hours, and dates in clauses, are meant.",
      Values.zone()),
  MERGE_SCHEMA(
      "merge-schema",
      Scope.STORE,
      "false",
      "`true`: the schema is the union over all files in the range; `false`: the newest file's.",
      Values.oneOf("true", "false")),
  SCHEMA_SAMPLE_ROWS(
      "schema-sample-rows",
      Scope.STORE,
      "100000",
      "How many rows of a text file are read to infer its columns' types.",
      Values.positive()),
  S3_ENDPOINT(
      "s3.endpoint",
      Scope.STORE,
      "",
      "The server that speaks S3, such as `http://minio:9000`. Unset: Amazon's.",
      Values.any()),
  S3_REGION(
      "s3.region",
      Scope.STORE,
      "",
      "The bucket's region. Unset: `us-east-1` with an endpoint that is not Amazon's, otherwise what the client finds.",
      Values.any()),
  S3_PATH_STYLE(
      "s3.path-style",
      Scope.STORE,
      "",
      "`true`: the bucket's name is a part of the path, not of the host's name. Unset: `true` with an endpoint that is not Amazon's.",
      Values.oneOf("true", "false")),
  S3_ACCESS_KEY(
      "s3.access-key",
      Scope.STORE,
      "",
      "The access key's id. Unset, like the secret: the client's own chain.",
      Values.any()),
  S3_SECRET_KEY("s3.secret-key", Scope.STORE, "", "The access key's secret.", Values.any()),
  S3_SESSION_TOKEN(
      "s3.session-token",
      Scope.STORE,
      "",
      "The token of temporary credentials, which goes with the two keys.",
      Values.any()),
  S3_ANONYMOUS(
      "s3.anonymous",
      Scope.STORE,
      "false",
      "`true`: requests are not signed, for public buckets.",
      Values.oneOf("true", "false")),
  GCS_ENDPOINT(
      "gcs.endpoint",
      Scope.STORE,
      "",
      "The server that speaks Google Cloud Storage's JSON API. Unset: Google's.",
      Values.any()),
  GCS_PROJECT_ID(
      "gcs.project-id",
      Scope.STORE,
      "",
      "The project that the requests belong to, where one is needed.",
      Values.any()),
  GCS_KEY_FILE(
      "gcs.key-file",
      Scope.STORE,
      "",
      "A service account's key file, on the driver and all executors. Unset: Google's application default credentials.",
      Values.any()),
  GCS_ANONYMOUS(
      "gcs.anonymous",
      Scope.STORE,
      "false",
      "`true`: requests show no identity, for public buckets.",
      Values.oneOf("true", "false")),
  FIRESTORE_PROJECT_ID(
      "firestore.project-id",
      Scope.STORE,
      "",
      "The Google Cloud project. Unset: the location's, the key file's, or the environment's"
          + " `GOOGLE_CLOUD_PROJECT`.",
      Values.any()),
  FIRESTORE_DATABASE(
      "firestore.database",
      Scope.STORE,
      "",
      "The database. Unset: the location's, or `(default)`.",
      Values.any()),
  FIRESTORE_EMULATOR_HOST(
      "firestore.emulator-host",
      Scope.STORE,
      "",
      "An emulator's `host:port`, spoken to without encryption and as its owner. Unset: the"
          + " environment's `FIRESTORE_EMULATOR_HOST`, if that is set.",
      Values.any()),
  FIRESTORE_ENDPOINT(
      "firestore.endpoint",
      Scope.STORE,
      "",
      "Another server: `host:port`, or `http://host:port` for one without encryption. Unset:"
          + " Google's.",
      Values.any()),
  FIRESTORE_KEY_FILE(
      "firestore.key-file",
      Scope.STORE,
      "",
      "A service account's key file, on the driver and all executors. Unset: Google's application"
          + " default credentials.",
      Values.any()),
  FIRESTORE_ANONYMOUS(
      "firestore.anonymous",
      Scope.STORE,
      "false",
      "`true`: requests show no identity, for databases whose rules are open.",
      Values.oneOf("true", "false")),
  FIRESTORE_SAMPLE_SIZE(
      "firestore.sample-size",
      Scope.STORE,
      "1000",
      "How many documents are read to infer a collection's columns.",
      Values.positive()),
  FIRESTORE_PAGE_SIZE(
      "firestore.page-size",
      Scope.STORE,
      "5000",
      "How many documents one request of a task asks for at most.",
      Values.positive()),
  FIRESTORE_PARTITIONS(
      "firestore.partitions",
      Scope.STORE,
      "",
      "How many tasks read a collection at most. Unset: Spark's default parallelism.",
      Values.positive()),
  FIRESTORE_PUSH_FILTERS(
      "firestore.push-filters",
      Scope.STORE,
      "all",
      "Which filters the server evaluates: `all` that it can, `automatic` (those that need no"
          + " composite index), or `none`.",
      Values.oneOf("all", "automatic", "none")),
  FIRESTORE_PUSH_AGGREGATES(
      "firestore.push-aggregates",
      Scope.STORE,
      "true",
      "`true`: the server evaluates `count(*)`, `sum` and `avg` where it gives what Spark would.",
      Values.oneOf("true", "false")),
  FIRESTORE_SNAPSHOT(
      "firestore.snapshot",
      Scope.STORE,
      "true",
      "`true`: all requests of a query read the same instant. `false`: each reads what is there,"
          + " for queries that run longer than the database keeps old versions.",
      Values.oneOf("true", "false")),
  FIRESTORE_TYPE_MISMATCH(
      "firestore.type-mismatch",
      Scope.STORE,
      "error",
      "What a value becomes that its column's type cannot hold: an `error`, or `null`.",
      Values.oneOf("error", "null")),
  FIRESTORE_TIMEOUT(
      "firestore.timeout-seconds",
      Scope.STORE,
      "60",
      "How long the server may be silent, or unreachable through all retries.",
      Values.positive()),
  MONGODB_URI(
      "mongodb.uri",
      Scope.STORE,
      "",
      "How to connect to MongoDB, with user, password and options:"
          + " `mongodb://user:password@host/?authSource=admin`. Unset: the location.",
      Values.any()),
  MONGODB_DATABASE(
      "mongodb.database",
      Scope.STORE,
      "",
      "The one database of the store. Unset: the location's; without that, databases are"
          + " namespaces.",
      Values.any()),
  MONGODB_SAMPLE_SIZE(
      "mongodb.sample-size",
      Scope.STORE,
      "1000",
      "How many documents are read to infer a collection's columns.",
      Values.positive()),
  MONGODB_PARTITIONER(
      "mongodb.partitioner",
      Scope.STORE,
      "auto-bucket",
      "How a collection is divided into tasks: `auto-bucket`, `sample`, `paginate-by-size`,"
          + " `paginate-into-partitions`, `sharded` or `single`.",
      Values.oneOf(
          "auto-bucket",
          "sample",
          "paginate-by-size",
          "paginate-into-partitions",
          "sharded",
          "single")),
  MONGODB_PARTITIONER_OPTIONS(
      "mongodb.partitioner.options.*",
      Scope.STORE,
      "",
      "The partitioner's options, such as `mongodb.partitioner.options.chunkSize` (MB).",
      Values.any()),
  MONGODB_OPTIONS(
      "mongodb.options.*",
      Scope.STORE,
      "",
      "Options of the connection and of reads, such as `mongodb.options.readPreference`:"
          + " [all of them](stores/mongodb.md#settings).",
      Values.any()),
  HADOOP(
      "hadoop.*",
      Scope.STORE,
      "",
      "Any Hadoop setting, for this store's file system only, such as"
          + " `hadoop.fs.s3a.endpoint`.",
      Values.any()),
  CSV(
      "csv.*",
      Scope.STORE,
      "",
      "Spark's CSV options, for the store's csv, tsv and psv files, such as `csv.header`.",
      Values.any()),
  JSON(
      "json.*",
      Scope.STORE,
      "",
      "Spark's JSON options, for the store's json, jsonl and ndjson files, such as `json.mode`.",
      Values.any()),
  NOW(
      "now",
      Scope.CATALOG,
      "",
      "Fixes what TODAY and the other relative dates count from, such as"
          + " `2022-06-15T10:20:00Z`: for tests, and to run a job again as of another day.",
      Values.instant()),
  SCHEMA_CACHE_SIZE(
      "schema-cache-size",
      Scope.CATALOG,
      "10000",
      "How many files' schemas the catalog remembers.",
      Values.positive()),
  LISTING_THREADS(
      "listing-threads",
      Scope.CATALOG,
      "16",
      "How many folders are listed, or footers read, at the same time by one query.",
      Values.positive());

  /** Where a key may stand. */
  public enum Scope {
    STORE,
    CATALOG
  }

  private final String key;
  private final Scope scope;
  private final String defaultValue;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Values values;

  Option(String key, Scope scope, String defaultValue, String description, Values values) {
    this.key = key;
    this.scope = scope;
    this.defaultValue = defaultValue;
    this.description = description;
    this.values = values;
  }

  /** The key as written; one that ends in {@code .*} stands for all keys that start so. */
  public String key() {
    return key;
  }

  public Scope scope() {
    return scope;
  }

  /** Empty where there is none. */
  public String defaultValue() {
    return defaultValue;
  }

  /** One or two sentences for the documentation. */
  public String description() {
    return description;
  }

  boolean matches(String name) {
    return key.endsWith("*")
        ? name.length() > key.length() - 1 && name.regionMatches(true, 0, key, 0, key.length() - 1)
        : key.equalsIgnoreCase(name);
  }

  /**
   * The option that a key names.
   *
   * @throws AlmanacException INVALID_OPTION that lists the valid keys and the likeliest meant
   */
  static Option of(String name, String fullKey, Scope... scopes) {
    List<Scope> allowed = Arrays.asList(scopes);
    return Stream.of(values())
        .filter(option -> allowed.contains(option.scope) && option.matches(name))
        .findFirst()
        .orElseThrow(() -> unknownKey(name, fullKey, allowed));
  }

  /** The keys of a scope, in the order of the documentation. */
  public static List<String> keys(Scope... scopes) {
    List<Scope> wanted = Arrays.asList(scopes);
    return Stream.of(values())
        .filter(option -> wanted.contains(option.scope))
        .map(Option::key)
        .toList();
  }

  /** Whether an option of the scope has this key. */
  public static boolean known(String name, Scope scope) {
    return Stream.of(values()).anyMatch(option -> option.scope == scope && option.matches(name));
  }

  /**
   * Checks a value.
   *
   * @throws AlmanacException INVALID_OPTION that lists the valid values and the likeliest meant
   */
  void validate(String fullKey, String value) {
    values.validate(fullKey, value);
  }

  private static RuntimeException unknownKey(String name, String fullKey, List<Scope> allowed) {
    List<String> keys = keys(allowed.toArray(Scope[]::new));
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "Unknown option "
            + fullKey
            + Suggestion.among(name, keys)
            + ". The valid keys are: "
            + String.join(", ", keys)
            + ".");
  }

  /** What values an option takes. */
  private interface Values {
    void validate(String fullKey, String value);

    static Values any() {
      return (key, value) -> {};
    }

    static Values oneOf(String... valid) {
      List<String> list = List.of(valid);
      return (key, value) -> {
        if (!list.contains(value.toLowerCase(Locale.ROOT))) {
          throw AlmanacException.of(
              Condition.INVALID_OPTION,
              "Invalid value '"
                  + value
                  + "' of "
                  + key
                  + Suggestion.among(value, list)
                  + ". The valid values are: "
                  + String.join(", ", list)
                  + ".");
        }
      };
    }

    static Values positive() {
      return (key, value) -> {
        try {
          if (Integer.parseInt(value) > 0) {
            return;
          }
        } catch (NumberFormatException e) {
          // said below
        }
        throw invalid(key, value, "It takes a whole number from 1 to " + Integer.MAX_VALUE + ".");
      };
    }

    static Values zone() {
      return (key, value) -> {
        try {
          ZoneId.of(value);
        } catch (DateTimeException e) {
          List<String> zones = List.copyOf(ZoneId.getAvailableZoneIds());
          throw invalid(
              key,
              value,
              "It takes a time zone such as UTC, Europe/Amsterdam or +02:00"
                  + Suggestion.among(value, zones)
                  + ".");
        }
      };
    }

    static Values instant() {
      return (key, value) -> {
        try {
          Instant.parse(value);
        } catch (DateTimeParseException e) {
          throw invalid(key, value, "It takes an instant such as 2022-06-15T10:20:00Z.");
        }
      };
    }

    private static RuntimeException invalid(String key, String value, String wanted) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION, "Invalid value '" + value + "' of " + key + ". " + wanted);
    }
  }
}
