package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.AnalysisClock;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetName;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.ReadOptions;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;
import dev.almanac.store.Stores;
import dev.almanac.temporal.TableVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Reads a dataset without a catalog: {@code spark.read.format("almanac").option("dates",
 * "2022-05-01").load(path)}. The options are those of a store, {@code dates}, which takes what a
 * {@code FOR} clause takes, and {@code dataset}, its name where the path is a store's: {@code
 * .option("connector", "mongodb").option("dataset", "orders").load("mongodb://host/shop")}. It
 * writes nothing, and says so.
 */
public final class AlmanacSource
    implements TableProvider, DataSourceRegister, CreatableRelationProvider {

  private static final String READS_ONLY = "Almanac reads data that is there, and does not write.";

  private Table loaded; // by inferSchema, so that getTable need not list again

  /** Spark makes sources by name, a new one for each read. */
  public AlmanacSource() {}

  @Override
  public String shortName() {
    return "almanac";
  }

  @Override
  public boolean supportsExternalMetadata() {
    return true;
  }

  @Override
  @SuppressWarnings("deprecation") // Table.schema: what TableProvider is asked for
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    loaded = load(options, Optional.empty());
    return loaded.schema();
  }

  @Override
  @SuppressWarnings("deprecation") // as above
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    if (loaded != null && loaded.schema().equals(schema)) {
      return loaded;
    }
    return load(new CaseInsensitiveStringMap(properties), Optional.of(schema));
  }

  /** Where Spark goes on to, as it cannot write to the table. */
  @Override
  public BaseRelation createRelation(
      SQLContext context,
      SaveMode mode,
      scala.collection.immutable.Map<String, String> options,
      Dataset<Row> data) {
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot write to "
            + options.getOrElse(ReadOptions.PATH.key(), () -> "a folder")
            + " as almanac: "
            + READS_ONLY
            + " Write with a format of Spark's, such as parquet.");
  }

  @Override
  public boolean supportsDataType(DataType type) {
    return true; // or an unusual column would be the reason that is given
  }

  private static Table load(CaseInsensitiveStringMap options, Optional<StructType> schema) {
    Store store = store(options);
    DatasetName dataset =
        dataset(store, Optional.ofNullable(options.get(ReadOptions.DATASET.key())));
    Optional<TableVersion> version =
        Optional.ofNullable(options.get(ReadOptions.DATES.key())).map(TableVersion::parse);
    QueryMoment moment =
        new QueryMoment(SparkSession.active(), AnalysisClock.now(Clock.systemUTC()));
    StoreReader reader = Connectors.of(store).open(store, CatalogLimits.defaults());
    return reader
        .load(dataset, version, schema, moment)
        .orElseThrow(() -> missing(store, dataset, reader.likeliest(dataset, moment)));
  }

  private static Store store(CaseInsensitiveStringMap options) {
    String path = options.getOrDefault(ReadOptions.PATH.key(), "");
    Map<String, String> storeOptions = new TreeMap<>(options.asCaseSensitiveMap());
    if (options.containsKey(DatasetOptions.LOCATION.key())) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Unknown option location: of the source almanac, it is what load(path) is given.");
    }
    if (!path.isBlank()) {
      storeOptions.put(DatasetOptions.LOCATION.key(), path);
    } else if (isOfFolders(
        options.getOrDefault(
            DatasetOptions.CONNECTOR.key(), DatasetOptions.CONNECTOR.defaultValue()))) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "The source almanac reads one folder or file: give it to load(path).");
    }
    Store store = Stores.source(storeOptions, Connectors.names());
    Connectors.check(store);
    return store;
  }

  private static boolean isOfFolders(String connector) {
    return connector.equals(DatasetOptions.CONNECTOR.defaultValue());
  }

  /** Of folders, the path alone is a dataset's already; of documents, it is a database's. */
  private static DatasetName dataset(Store store, Optional<String> name) {
    String place = store.location().isEmpty() ? store.connector() : "`" + store.location() + "`";
    List<String> parts = name.map(SqlNames::parse).orElse(List.of());
    if (parts.isEmpty() && (name.isPresent() || !isOfFolders(store.connector()))) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot read from "
              + place
              + ": "
              + name.map(given -> "'" + given + "' is not a name").orElse("it is a whole store")
              + ". Name a collection by option(\"dataset\", \"orders\"), with dots between the parts"
              + " and backticks around those that are not words.");
    }
    String below = parts.isEmpty() ? "" : "." + SqlNames.quoted(parts);
    return new DatasetName(parts, "almanac." + place + below);
  }

  private static RuntimeException missing(
      Store store, DatasetName dataset, Optional<List<String>> likeliest) {
    throw AlmanacException.of(
        Condition.NO_SUCH_DATASET,
        dataset.path().isEmpty()
            ? "Cannot read "
                + store.location()
                + ": there is no dataset at that path. "
                + READS_ONLY
            : "Cannot read "
                + dataset.text()
                + ": there is no such dataset"
                + likeliest.map(path -> " (did you mean " + SqlNames.quoted(path) + "?)").orElse("")
                + ".");
  }
}
