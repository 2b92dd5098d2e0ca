package dev.almanac.store;

import dev.almanac.store.ValueType.Choice;
import dev.almanac.store.ValueType.Count;
import dev.almanac.store.ValueType.Flag;
import dev.almanac.store.ValueType.Form;
import dev.almanac.store.ValueType.Name;
import dev.almanac.store.ValueType.Text;
import java.util.List;
import java.util.stream.Stream;

/** Keys of a store of the connector {@code mongodb}. */
public final class MongoOptions {

  public static final Option URI =
      Option.ofStore(
          "mongodb.uri",
          new Form(
              "connection string",
              "mongodb(\\+srv)?://\\S+",
              "It takes mongodb://host:port/database or mongodb+srv://host/database, with user,"
                  + " password and options."),
          "How to connect to MongoDB, with user, password and options:"
              + " `mongodb://user:password@host/?authSource=admin`. Unset: the location.");

  public static final Option DATABASE =
      Option.ofStore(
          "mongodb.database",
          new Form(
              "database",
              "[^/\\\\. \"$*<>:|?]{1,63}",
              "It takes the name of a database, without / \\ . \" $ * < > : | ? or spaces."),
          "The one database of the store. Unset: the location's; without that, databases are"
              + " namespaces.");

  public static final Option SAMPLE_SIZE =
      Option.ofStore(
          "mongodb.sample-size",
          new Count("documents", 1),
          "1000",
          "How many documents are read to infer a collection's columns.");

  public static final Option PARTITIONER =
      Option.ofStore(
          "mongodb.partitioner",
          new Choice(
              List.of(
                  "auto-bucket",
                  "sample",
                  "paginate-by-size",
                  "paginate-into-partitions",
                  "sharded",
                  "single")),
          "auto-bucket",
          "How a collection is divided into tasks: `auto-bucket`, `sample`, `paginate-by-size`,"
              + " `paginate-into-partitions`, `sharded` or `single`.");

  public static final Option MODE =
      option(
          "mode",
          new Choice(List.of("FAILFAST", "PERMISSIVE", "DROPMALFORMED")),
          "FAILFAST",
          "What a value becomes that its column cannot hold: an error, null, or its document is left"
              + " out.");

  public static final Option PIPELINE =
      option(
          "aggregation.pipeline",
          new Text("pipeline"), // JSON, which is read with the driver's classes
          "",
          "Stages, as JSON, that every read starts with, such as"
              + " `{\"$match\": {\"open\": true}}`.");

  public static final Option DISK =
      option(
          "aggregation.allowDiskUse",
          new Flag(),
          "true",
          "Whether the server may use its disk for aggregations.");

  public static final Option COMMENT =
      option("comment", new Text("text"), "", "A comment on what is asked, for the server's log.");

  public static final Option SELECTION_TIMEOUT =
      option(
          "serverSelectionTimeoutMS",
          new Count("milliseconds", 0),
          "10000", // the driver's own 30 seconds are long to wait for a mistyped host
          "How long to look for a server.");

  /** Where the partitioners' options start. */
  public static final String PARTITIONING = "mongodb.partitioner.options.";

  private static final String OPTIONS = "mongodb.options.";

  private MongoOptions() {}

  private static Option option(String name, ValueType type, String value, String description) {
    return Option.ofStore(OPTIONS + name, type, value, description);
  }

  private static Option connection(String name, ValueType type, String description) {
    return option(name, type, "", description);
  }

  private static Option partitioning(String name, ValueType type, String description) {
    return Option.ofStore(PARTITIONING + name, type, description);
  }

  /** Options of connection strings that concern reading; those that hold secrets are not here. */
  private static final List<Option> OF_CONNECTIONS =
      List.of(
          connection("appName", new Name("name"), "The application's name, for the server's log."),
          connection(
              "authMechanism",
              new Choice(
                  List.of(
                      "SCRAM-SHA-256",
                      "SCRAM-SHA-1",
                      "MONGODB-X509",
                      "MONGODB-AWS",
                      "MONGODB-OIDC",
                      "GSSAPI",
                      "PLAIN")),
              "How to show who asks."),
          connection(
              "authSource",
              new Name("database"),
              "The database that knows the user, often `admin`."),
          connection(
              "compressors",
              new Form(
                  "list",
                  "(zstd|snappy|zlib)(,(zstd|snappy|zlib))*",
                  "It takes zstd, snappy and zlib, divided by commas, as far as wanted."),
              "What to compress the connection with."),
          connection(
              "connectTimeoutMS",
              new Count("milliseconds", 0),
              "How long to wait for a connection."),
          connection(
              "directConnection",
              new Flag(),
              "Whether to speak to this one host of a replica set."),
          connection(
              "heartbeatFrequencyMS",
              new Count("milliseconds", 1),
              "How often to look how the servers are."),
          connection("loadBalanced", new Flag(), "Whether a load balancer is in between."),
          connection(
              "localThresholdMS",
              new Count("milliseconds", 0),
              "How much slower than the fastest server one may be and still be asked."),
          connection(
              "maxConnecting",
              new Count("connections", 1),
              "How many connections may be made at the same time."),
          connection(
              "maxIdleTimeMS", new Count("milliseconds", 0), "How long a connection may lie idle."),
          connection(
              "maxLifeTimeMS", new Count("milliseconds", 0), "How long a connection may live."),
          connection(
              "maxPoolSize",
              new Count("connections", 0),
              "How many connections there may be in each JVM."),
          connection(
              "maxStalenessSeconds",
              new Form(
                  "number of seconds",
                  "-1|9[0-9]|[1-9][0-9]{2,8}",
                  "It takes a whole number of seconds from 90, or -1 for no limit."),
              "How far behind a secondary may be and still be asked."),
          connection(
              "minPoolSize",
              new Count("connections", 0),
              "How many connections are kept in each JVM."),
          connection(
              "readConcernLevel",
              new Choice(List.of("local", "available", "majority", "linearizable", "snapshot")),
              "How sure a document has to be."),
          connection(
              "readPreference",
              new Choice(
                  List.of(
                      "primary", "primaryPreferred", "secondary", "secondaryPreferred", "nearest")),
              "Which server of a replica set is asked."),
          connection(
              "readPreferenceTags",
              new Name("list"),
              "Tags that this server must have, such as `dc:ny`."),
          connection("replicaSet", new Name("name"), "The replica set's name."),
          connection("retryReads", new Flag(), "Whether the driver repeats reads that fail."),
          connection(
              "serverMonitoringMode",
              new Choice(List.of("auto", "stream", "poll")),
              "How the driver looks how the servers are."),
          SELECTION_TIMEOUT,
          connection(
              "socketTimeoutMS", new Count("milliseconds", 0), "How long a server may be silent."),
          connection(
              "srvMaxHosts",
              new Count("hosts", 0),
              "How many hosts of a `mongodb+srv` location are connected to."),
          connection(
              "srvServiceName",
              new Name("name"),
              "The service's name of a `mongodb+srv` location."),
          connection("tls", new Flag(), "Whether by TLS."),
          connection(
              "tlsAllowInvalidHostnames",
              new Flag(),
              "Whether a certificate may be of another host: for tests."),
          connection("tlsInsecure", new Flag(), "Whether any certificate will do: for tests."),
          connection(
              "waitQueueTimeoutMS",
              new Count("milliseconds", 0),
              "How long to wait for a free connection."),
          connection(
              "zlibCompressionLevel",
              new Form("level", "-1|[0-9]", "It takes a whole number from -1 to 9."),
              "How hard zlib compresses."));

  private static final List<Option> OF_PARTITIONERS =
      List.of(
          partitioning(
              "fieldList",
              new Name("list"),
              "`auto-bucket`: the fields to divide by, `_id` if unset."),
          partitioning(
              "chunkSize",
              new Count("MB", 1),
              "`auto-bucket`: how large a task's part is, 64 if unset."),
          partitioning(
              "samplesPerPartition",
              new Count("documents", 2),
              "`auto-bucket`: how many are sampled for each task."),
          partitioning(
              "partitionKeyProjectionField",
              new Name("field"),
              "`auto-bucket`: the field that holds the key of each bucket."),
          partitioning(
              "partition.field",
              new Name("field"),
              "`sample` and the `paginate` ones: the field to divide by, `_id` if unset."),
          partitioning(
              "partition.size",
              new Count("MB", 1),
              "`sample`, `paginate-by-size`: how large a task's part is, 64 if unset."),
          partitioning(
              "samples.per.partition",
              new Count("documents", 2),
              "`sample`: how many are sampled for each task."),
          partitioning(
              "max.number.of.partitions",
              new Count("tasks", 1),
              "`paginate-into-partitions`: how many tasks, 64 if unset."));

  /**
   * Options that go into the connection string; their names there are what follows the last dot.
   */
  public static List<Option> ofConnections() {
    return OF_CONNECTIONS;
  }

  /**
   * The option of a connection string.
   *
   * @param name one that is declared
   */
  public static Option connection(String name) {
    return OF_CONNECTIONS.stream()
        .filter(option -> option.key().equals(OPTIONS + name))
        .findFirst()
        .orElseThrow();
  }

  static List<Option> all() {
    return Stream.of(
            List.of(URI, DATABASE, SAMPLE_SIZE, PARTITIONER),
            OF_PARTITIONERS,
            List.of(MODE, PIPELINE, DISK, COMMENT),
            OF_CONNECTIONS)
        .flatMap(List::stream)
        .toList();
  }
}
