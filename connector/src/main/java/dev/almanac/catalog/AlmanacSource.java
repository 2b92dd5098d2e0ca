package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.folders.FoldersConnector;
import dev.almanac.spark.AnalysisClock;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetName;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.ReadOptions;
import dev.almanac.store.Store;
import dev.almanac.store.Stores;
import dev.almanac.temporal.TableVersion;
import java.time.Clock;
import java.time.Instant;
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
 * Reads a folder without a catalog: {@code spark.read.format("almanac").option("dates",
 * "2022-05-01").load(path)}. The options are those of a store, and {@code dates}, which takes what
 * a {@code FOR} clause takes. It writes nothing, and says so.
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
    String path = options.get(ReadOptions.PATH.key());
    if (path == null || path.isBlank()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "The source almanac reads one folder or file: give it to load(path).");
    }
    Map<String, String> storeOptions = new TreeMap<>(options.asCaseSensitiveMap());
    storeOptions.put(DatasetOptions.LOCATION.key(), path);
    Store store = Stores.source(storeOptions, Connectors.names());
    Optional<TableVersion> version =
        Optional.ofNullable(options.get(ReadOptions.DATES.key())).map(TableVersion::parse);
    Instant now = AnalysisClock.now(Clock.systemUTC());
    DatasetName dataset = new DatasetName(List.of(), "almanac.`" + path + "`");
    return new FoldersConnector()
        .open(store, CatalogLimits.defaults())
        .load(dataset, version, schema, new QueryMoment(SparkSession.active(), now))
        .orElseThrow(
            () ->
                AlmanacException.of(
                    Condition.NO_SUCH_DATASET,
                    "Cannot read " + path + ": there is no dataset at that path. " + READS_ONLY));
  }
}
