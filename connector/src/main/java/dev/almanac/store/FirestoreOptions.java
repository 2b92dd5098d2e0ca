package dev.almanac.store;

import dev.almanac.store.ValueType.Address;
import dev.almanac.store.ValueType.Address.Part;
import dev.almanac.store.ValueType.Choice;
import dev.almanac.store.ValueType.Count;
import dev.almanac.store.ValueType.Flag;
import dev.almanac.store.ValueType.Name;
import java.util.List;

/** Keys of a store of the connector {@code firestore}. */
public final class FirestoreOptions {

  public static final Option PROJECT_ID =
      Option.ofStore(
          "firestore.project-id",
          GoogleForms.PROJECT,
          "The Google Cloud project. Unset: the location's, the key file's, or the environment's"
              + " `GOOGLE_CLOUD_PROJECT`.");

  public static final Option DATABASE =
      Option.ofStore(
          "firestore.database",
          GoogleForms.DATABASE,
          "The database. Unset: the location's, or `(default)`.");

  public static final Option EMULATOR_HOST =
      Option.ofStore(
          "firestore.emulator-host",
          new Address(Part.OPTIONAL, Part.REQUIRED, "127.0.0.1:8080"),
          "An emulator's `host:port`, spoken to without encryption and as its owner. Unset: the"
              + " environment's `FIRESTORE_EMULATOR_HOST`, if that is set.");

  public static final Option ENDPOINT =
      Option.ofStore(
          "firestore.endpoint",
          new Address(Part.OPTIONAL, Part.OPTIONAL, "firestore.example.com:443"),
          "Another server: `host:port`, or `http://host:port` for one without encryption. Unset:"
              + " Google's.");

  public static final Option KEY_FILE =
      Option.ofStore(
          "firestore.key-file",
          new Name("path"),
          "A service account's key file, on the driver and all executors. Unset: Google's application"
              + " default credentials.");

  public static final Option ANONYMOUS =
      Option.ofStore(
          "firestore.anonymous",
          new Flag(),
          "false",
          "`true`: requests show no identity, for databases whose rules are open.");

  public static final Option SAMPLE_SIZE =
      Option.ofStore(
          "firestore.sample-size",
          new Count("documents", 1),
          "1000",
          "How many documents are read to infer a collection's columns.");

  public static final Option PAGE_SIZE =
      Option.ofStore(
          "firestore.page-size",
          new Count("documents", 1),
          "5000",
          "How many documents one request of a task asks for at most.");

  public static final Option PARTITIONS =
      Option.ofStore(
          "firestore.partitions",
          new Count("tasks", 1),
          "How many tasks read a collection at most. Unset: Spark's default parallelism.");

  public static final Option PUSH_FILTERS =
      Option.ofStore(
          "firestore.push-filters",
          new Choice(List.of("all", "automatic", "none")),
          "all",
          "Which filters the server evaluates: `all` that it can, `automatic` (those that need no"
              + " composite index), or `none`.");

  public static final Option PUSH_AGGREGATES =
      Option.ofStore(
          "firestore.push-aggregates",
          new Flag(),
          "true",
          "`true`: the server evaluates `count(*)`, `sum` and `avg` where it gives what Spark would.");

  public static final Option SNAPSHOT =
      Option.ofStore(
          "firestore.snapshot",
          new Flag(),
          "true",
          "`true`: all requests of a query read the same instant. `false`: each reads what is there,"
              + " for queries that run longer than the database keeps old versions.");

  public static final Option TYPE_MISMATCH =
      Option.ofStore(
          "firestore.type-mismatch",
          new Choice(List.of("error", "null")),
          "error",
          "What a value becomes that its column's type cannot hold: an `error`, or `null`.");

  public static final Option TIMEOUT =
      Option.ofStore(
          "firestore.timeout-seconds",
          new Count("seconds", 1),
          "60",
          "How long the server may be silent, or unreachable through all retries.");

  private FirestoreOptions() {}

  static List<Option> all() {
    return List.of(
        PROJECT_ID,
        DATABASE,
        EMULATOR_HOST,
        ENDPOINT,
        KEY_FILE,
        ANONYMOUS,
        SAMPLE_SIZE,
        PAGE_SIZE,
        PARTITIONS,
        PUSH_FILTERS,
        PUSH_AGGREGATES,
        SNAPSHOT,
        TYPE_MISMATCH,
        TIMEOUT);
  }
}
