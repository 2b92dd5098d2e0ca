package dev.almanac.firestore;

import dev.almanac.store.Store;
import dev.almanac.store.TableOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A collection as Spark sees it, pinned when it was loaded. */
final class FirestoreTable implements SupportsRead, SupportsMetadataColumns {

  private final Store store;
  private final Snapshot snapshot; // all there is to know, set when the table is loaded

  /**
   * A collection as it was when it was loaded.
   *
   * @param store where it is
   */
  FirestoreTable(Store store, Snapshot snapshot) {
    this.store = store;
    this.snapshot = snapshot;
  }

  @Override
  public String name() {
    return snapshot.name();
  }

  @Override
  public Column[] columns() {
    return Arrays.stream(snapshot.columns().fields())
        .map(
            field ->
                Column.create(
                    field.name(),
                    field.dataType(),
                    true,
                    field.getComment().getOrElse(() -> null),
                    null))
        .toArray(Column[]::new);
  }

  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 calls
  public StructType schema() {
    return snapshot.columns();
  }

  @Override
  public MetadataColumn[] metadataColumns() {
    return Arrays.stream(HiddenColumn.values())
        .map(HiddenColumn::toSpark)
        .toArray(MetadataColumn[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put(TableCatalog.PROP_EXTERNAL, "true"); // the data is not Spark's
    properties.put("connector", "firestore");
    properties.put("database", snapshot.connection().fullName(""));
    properties.put("collection", snapshot.collection().toString());
    snapshot.asOf().ifPresent(instant -> properties.put("as-of", instant.toString()));
    return properties;
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    TableOptions.check(name(), store, options.keySet());
    return new FirestoreScanBuilder(snapshot);
  }

  /** A cached table is found again by a later load of it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FirestoreTable that && snapshot.sameTable(that.snapshot);
  }

  @Override
  public int hashCode() {
    return snapshot.tableHash();
  }

  @Override
  public String toString() {
    return snapshot.name();
  }
}
