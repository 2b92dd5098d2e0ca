package dev.almanac.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.spark.sql.connector.config.MongoConfig;
import com.mongodb.spark.sql.connector.config.ReadConfig;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.files.References;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import dev.almanac.store.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;

/** A store's options, checked, and turned into those of the official connector. */
final class MongoSettings {

  /** What a value becomes that its column cannot hold. */
  enum Mode {
    FAILFAST,
    PERMISSIVE,
    DROPMALFORMED
  }

  private static final String PIPELINE = "aggregation.pipeline";
  private static final String DISK = "aggregation.allowDiskUse";
  private static final String COMMENT = "comment";
  private static final String MODE = "mode";
  private static final List<String> OWN = List.of(PIPELINE, DISK, COMMENT, MODE);

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "readPreference",
          List.of("primary", "primaryPreferred", "secondary", "secondaryPreferred", "nearest"),
          "readConcernLevel",
          List.of("local", "available", "majority", "linearizable", "snapshot"),
          MODE,
          List.of("FAILFAST", "PERMISSIVE", "DROPMALFORMED"),
          DISK,
          List.of("true", "false"));

  /** Options of connection strings that concern reading; those that hold secrets are not here. */
  private static final List<String> OF_CONNECTIONS =
      List.of(
          "appName",
          "authMechanism",
          "authSource",
          "compressors",
          "connectTimeoutMS",
          "directConnection",
          "heartbeatFrequencyMS",
          "loadBalanced",
          "localThresholdMS",
          "maxConnecting",
          "maxIdleTimeMS",
          "maxLifeTimeMS",
          "maxPoolSize",
          "maxStalenessSeconds",
          "minPoolSize",
          "readConcernLevel",
          "readPreference",
          "readPreferenceTags",
          "replicaSet",
          "retryReads",
          "serverMonitoringMode",
          "serverSelectionTimeoutMS",
          "socketTimeoutMS",
          "srvMaxHosts",
          "srvServiceName",
          "tls",
          "tlsAllowInvalidHostnames",
          "tlsInsecure",
          "waitQueueTimeoutMS",
          "zlibCompressionLevel");

  /** The driver's own 30 seconds are long to wait for a mistyped host. */
  private static final String SELECTION_TIMEOUT = "serverSelectionTimeoutMS";

  private static final String DEFAULT_SELECTION_TIMEOUT = "10000";

  private final Store store;
  private final ConnectionText text;
  private final String uri;
  private final String place;
  private final Optional<String> database;
  private final PartitionerName partitioner;
  private final Map<String, String> partitionerOptions;
  private final Map<String, String> options;
  private final List<BsonDocument> pipeline;

  /** Checks the options of a store. */
  MongoSettings(Store store) {
    this.store = store;
    this.options = options(store);
    ConnectionText location = new ConnectionText(store.location());
    this.text =
        store
            .options()
            .set(Option.MONGODB_URI)
            .map(set -> References.ofProcess().resolve(Option.MONGODB_URI.key(), set))
            .map(ConnectionText::new)
            .orElse(location);
    this.uri = connection();
    this.place = location.uri().isBlank() ? text.printed() : location.printed();
    ConnectionText named = location.hasScheme() ? location : text;
    this.database = store.options().set(Option.MONGODB_DATABASE).or(named::database);
    this.partitioner = PartitionerName.of(store.options().value(Option.MONGODB_PARTITIONER));
    this.partitionerOptions = store.options().group(Option.MONGODB_PARTITIONER_OPTIONS);
    partitionerOptions.keySet().forEach(key -> checkPartitionerOption(key));
    this.pipeline = pipeline(options.getOrDefault(PIPELINE, "[]"));
  }

  Store store() {
    return store;
  }

  /** Where the store is, without anything secret. */
  String place() {
    return place;
  }

  /** A message without anything secret. */
  String scrub(String message) {
    return text.scrub(message);
  }

  /** The one database of the store; empty where its databases are namespaces. */
  Optional<String> database() {
    return database;
  }

  PartitionerName partitioner() {
    return partitioner;
  }

  /** Whether the user chose the partitioner, rather than got the default. */
  boolean partitionerChosen() {
    return store.options().set(Option.MONGODB_PARTITIONER).isPresent();
  }

  /** What every read of a collection starts with. */
  List<BsonDocument> pipeline() {
    return pipeline;
  }

  Mode mode() {
    return Mode.valueOf(options.getOrDefault(MODE, "FAILFAST").toUpperCase(Locale.ROOT));
  }

  int sampleSize() {
    return Integer.parseInt(store.options().value(Option.MONGODB_SAMPLE_SIZE));
  }

  /** How long to look for a server, in words. */
  String patience() {
    Integer set = new ConnectionString(uri).getServerSelectionTimeout();
    return set == null ? "a while" : set / 1000.0 + " s";
  }

  /**
   * The official connector's configuration.
   *
   * @param database which database
   * @param collection which collection in it
   * @param wanted how to divide it
   * @param stages the pipeline that each partition runs, after its own bounds
   */
  ReadConfig readConfig(
      String database, String collection, PartitionerName wanted, List<BsonDocument> stages) {
    Map<String, String> settings = new HashMap<>();
    settings.put(MongoConfig.CONNECTION_STRING_CONFIG, uri);
    settings.put(MongoConfig.DATABASE_NAME_CONFIG, database);
    settings.put(MongoConfig.COLLECTION_NAME_CONFIG, escaped(collection));
    settings.put(ReadConfig.PARTITIONER_CONFIG, wanted.className());
    if (wanted == partitioner) {
      partitionerOptions.forEach(
          (key, value) -> settings.put(ReadConfig.PARTITIONER_OPTIONS_PREFIX + key, value));
    }
    settings.put(
        ReadConfig.AGGREGATION_PIPELINE_CONFIG,
        stages.stream().map(BsonDocument::toJson).collect(Collectors.joining(",", "[", "]")));
    settings.put(ReadConfig.AGGREGATION_ALLOW_DISK_USE_CONFIG, options.getOrDefault(DISK, "true"));
    if (options.containsKey(COMMENT)) {
      settings.put(MongoConfig.COMMENT_CONFIG, options.get(COMMENT));
    }
    Map<String, String> prefixed = new HashMap<>();
    settings.forEach((key, value) -> prefixed.put(MongoConfig.READ_PREFIX + key, value));
    return MongoConfig.readConfig(prefixed);
  }

  /** To the official connector a comma and a star mean several collections. */
  private static String escaped(String collection) {
    return collection.replace("\\", "\\\\").replace(",", "\\,").replace("*", "\\*");
  }

  private String connection() {
    String key = store.options().set(Option.MONGODB_URI).isPresent() ? "mongodb.uri" : "location";
    if (!text.hasScheme()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid "
              + key
              + " of "
              + store
              + ": a store of the connector mongodb is at mongodb://host:port/database or"
              + " mongodb+srv://host/database, the database being optional.");
    }
    Map<String, String> extra = new TreeMap<>();
    extra.put(SELECTION_TIMEOUT, DEFAULT_SELECTION_TIMEOUT);
    options.forEach(
        (option, value) -> {
          if (OF_CONNECTIONS.contains(option)) {
            extra.put(option, value);
          }
        });
    String made = text.with(extra);
    try {
      return new ConnectionString(made).getConnectionString();
    } catch (IllegalArgumentException e) { // its message may show the secret: not as the cause
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid "
              + key
              + ", or mongodb.options, of "
              + store
              + ": "
              + text.scrub(String.valueOf(e.getMessage()).replace(made, text.printed()))
                  .lines()
                  .findFirst()
                  .orElse("")
              + " In user names and passwords, write characters such as : / ? # @ percent-encoded.");
    }
  }

  private static Map<String, String> options(Store store) {
    List<String> valid =
        java.util.stream.Stream.concat(OWN.stream(), OF_CONNECTIONS.stream()).toList();
    Map<String, String> found = new TreeMap<>();
    store
        .options()
        .group(Option.MONGODB_OPTIONS)
        .forEach(
            (key, value) -> {
              String option = known(store, "mongodb.options." + key, "keys", key, valid);
              if (VALUES.containsKey(option)) {
                known(store, "mongodb.options." + option, "values", value, VALUES.get(option));
              }
              found.put(option, value);
            });
    return found;
  }

  private void checkPartitionerOption(String key) {
    if (partitioner.options().isEmpty()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Unknown option mongodb.partitioner.options."
              + key
              + " of "
              + store
              + ": the partitioner "
              + partitioner.text()
              + " has no options.");
    }
    known(store, "mongodb.partitioner.options." + key, "keys", key, partitioner.options());
  }

  private static String known(
      Store store, String full, String what, String given, Collection<String> valid) {
    return valid.stream()
        .filter(given::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                AlmanacException.of(
                    Condition.INVALID_OPTION,
                    (what.equals("keys")
                            ? "Unknown option " + full
                            : "Invalid value '" + given + "' of " + full)
                        + " of "
                        + store
                        + Suggestion.among(given, valid)
                        + ". The valid "
                        + what
                        + " are: "
                        + String.join(", ", valid)
                        + "."));
  }

  private List<BsonDocument> pipeline(String json) {
    try {
      BsonValue value = BsonDocument.parse("{pipeline: " + json + "}").get("pipeline");
      BsonArray stages = value.isArray() ? value.asArray() : new BsonArray(List.of(value));
      return stages.stream().map(BsonValue::asDocument).toList();
    } catch (JsonParseException | org.bson.BsonInvalidOperationException e) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value of mongodb.options."
              + PIPELINE
              + " of "
              + store
              + ": it takes a stage such as {\"$match\": {\"open\": true}}, or several in [ ].",
          e);
    }
  }
}
