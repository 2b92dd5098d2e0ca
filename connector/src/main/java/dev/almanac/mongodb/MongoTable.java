package dev.almanac.mongodb;

import dev.almanac.store.TableOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A collection as Spark sees it. Its columns are fixed when it is loaded, its documents are not.
 */
final class MongoTable implements SupportsRead {

  private final OpenCollection collection;
  private final StructType columns;
  private Statistics statistics; // null until Spark first asks

  MongoTable(OpenCollection collection, StructType columns) {
    this.collection = collection;
    this.columns = columns;
  }

  OpenCollection collection() {
    return collection;
  }

  /** Asked for once by each load of the table. */
  synchronized Statistics statistics() {
    if (statistics == null) {
      statistics = Statistics.of(collection);
    }
    return statistics;
  }

  @Override
  public String name() {
    return collection.name();
  }

  @Override
  public Column[] columns() {
    return Arrays.stream(columns.fields())
        .map(field -> Column.create(field.name(), field.dataType(), field.nullable()))
        .toArray(Column[]::new);
  }

  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 calls
  public StructType schema() {
    return columns;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put(TableCatalog.PROP_EXTERNAL, "true"); // the data is not Spark's
    properties.put("connector", "mongodb");
    properties.put("location", collection.settings().place());
    properties.put("mongodb.database", collection.info().database());
    properties.put("mongodb.collection", collection.info().name());
    properties.put("mongodb.kind", collection.info().kind().name().toLowerCase(Locale.ROOT));
    return properties;
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    TableOptions.check(name(), collection.settings().store(), options.keySet());
    return new MongoScanBuilder(this);
  }

  /** So that what was cached of an equal load is found again. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MongoTable that
        && collection.info().equals(that.collection.info())
        && collection.settings().store().equals(that.collection.settings().store())
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return collection.info().hashCode();
  }

  @Override
  public String toString() {
    return collection.name();
  }
}
