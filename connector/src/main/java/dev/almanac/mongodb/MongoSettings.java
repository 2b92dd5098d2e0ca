package dev.almanac.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.spark.sql.connector.config.MongoConfig;
import com.mongodb.spark.sql.connector.config.ReadConfig;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.files.References;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.MongoOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Options;
import dev.almanac.store.Store;
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

  /** The partitioner's own, in MB. */
  private static final String DEFAULT_CHUNK_SIZE = "64";

  private final Store store;
  private final ConnectionText text;
  private final String uri;
  private final String place;
  private final Optional<String> database;
  private final PartitionerName partitioner;
  private final Map<String, String> partitionerOptions;
  private final List<BsonDocument> pipeline;

  /** Checks the options of a store. */
  MongoSettings(Store store) {
    this.store = store;
    ConnectionText location = new ConnectionText(store.location());
    this.text =
        store
            .options()
            .set(MongoOptions.URI)
            .map(set -> References.of(store).resolve(store.place(MongoOptions.URI), set))
            .map(ConnectionText::new)
            .orElse(location);
    this.uri = connection();
    this.place = location.uri().isBlank() ? text.printed() : location.printed();
    ConnectionText named = location.hasScheme() ? location : text;
    this.database = store.options().set(MongoOptions.DATABASE).or(named::database);
    this.partitioner = PartitionerName.of(store.options().value(MongoOptions.PARTITIONER));
    this.partitionerOptions = new TreeMap<>();
    Options.startingWith(MongoOptions.PARTITIONING)
        .forEach(
            option ->
                store
                    .options()
                    .set(option)
                    .ifPresent(value -> partitionerOptions.put(name(option), value)));
    this.pipeline = pipeline(store.options().set(MongoOptions.PIPELINE).orElse("[]"));
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
    return store.options().set(MongoOptions.PARTITIONER).isPresent();
  }

  /** Up to this size the partitioner {@code auto-bucket} leaves a collection whole. */
  long bucketBytes() {
    return Long.parseLong(partitionerOptions.getOrDefault("chunkSize", DEFAULT_CHUNK_SIZE))
        * 1024
        * 1024;
  }

  /** What every read of a collection starts with. */
  List<BsonDocument> pipeline() {
    return pipeline;
  }

  Mode mode() {
    return Mode.valueOf(store.options().value(MongoOptions.MODE).toUpperCase(Locale.ROOT));
  }

  int sampleSize() {
    return store.options().number(MongoOptions.SAMPLE_SIZE);
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
    settings.put(
        ReadConfig.AGGREGATION_ALLOW_DISK_USE_CONFIG, store.options().value(MongoOptions.DISK));
    store
        .options()
        .set(MongoOptions.COMMENT)
        .ifPresent(comment -> settings.put(MongoConfig.COMMENT_CONFIG, comment));
    Map<String, String> prefixed = new HashMap<>();
    settings.forEach((key, value) -> prefixed.put(MongoConfig.READ_PREFIX + key, value));
    return MongoConfig.readConfig(prefixed);
  }

  /** To the official connector a comma and a star mean several collections. */
  private static String escaped(String collection) {
    return collection.replace("\\", "\\\\").replace(",", "\\,").replace("*", "\\*");
  }

  private String connection() {
    Option where =
        store.options().set(MongoOptions.URI).isPresent()
            ? MongoOptions.URI
            : DatasetOptions.LOCATION;
    if (!text.hasScheme()) {
      throw MongoStoreForm.noConnection(store, where);
    }
    Map<String, String> extra = new TreeMap<>();
    for (Option option : MongoOptions.ofConnections()) {
      String value = store.options().value(option);
      if (!value.isEmpty()) {
        extra.put(name(option), value);
      }
    }
    String made = text.with(extra);
    try {
      return new ConnectionString(made).getConnectionString();
    } catch (IllegalArgumentException e) { // its message may show the secret: not as the cause
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value of "
              + store.place(where)
              + ", or of mongodb.options.*: "
              + text.scrub(String.valueOf(e.getMessage()).replace(made, text.printed()))
                  .lines()
                  .findFirst()
                  .orElse("")
                  .replaceFirst("[. ]*$", ".")
              + hint());
    }
  }

  private String hint() {
    return text.uri().contains("@")
        ? " In user names and passwords, write characters such as : / ? # @ percent-encoded."
        : "";
  }

  /** Behind {@code mongodb.options.} or {@code mongodb.partitioner.options.}. */
  private static String name(Option option) {
    String behind = "options.";
    return option.key().substring(option.key().indexOf(behind) + behind.length());
  }

  private List<BsonDocument> pipeline(String json) {
    try {
      BsonValue value = BsonDocument.parse("{pipeline: " + json + "}").get("pipeline");
      BsonArray stages = value.isArray() ? value.asArray() : new BsonArray(List.of(value));
      return stages.stream().map(BsonValue::asDocument).toList();
    } catch (JsonParseException | org.bson.BsonInvalidOperationException e) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '"
              + json
              + "' of "
              + store.place(MongoOptions.PIPELINE)
              + ": it takes a stage such as {\"$match\": {\"open\": true}}, or several in [ ].",
          e);
    }
  }
}
