package dev.almanac.folders;

import dev.almanac.store.TableOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A folder dataset as Spark sees it: pinned when it was loaded, so that all that reads it in one
 * query reads the same files.
 */
final class FolderTable implements SupportsRead, SupportsMetadataColumns {

  private final Snapshot snapshot; // all there is to know, set when the table is loaded

  FolderTable(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public String name() {
    return snapshot.name();
  }

  @Override
  public Column[] columns() {
    return java.util.Arrays.stream(snapshot.tableSchema().fields())
        .map(FolderTable::column)
        .toArray(Column[]::new);
  }

  private static Column column(StructField field) {
    String comment = field.getComment().getOrElse(() -> null); // null: Spark's sign for none
    return Column.create(field.name(), field.dataType(), field.nullable(), comment, null);
  }

  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 calls
  public StructType schema() {
    return snapshot.tableSchema();
  }

  @Override
  public MetadataColumn[] metadataColumns() {
    return HiddenColumn.ALL.toArray(MetadataColumn[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public Map<String, String> properties() {
    return new TreeMap<>(snapshot.properties());
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    TableOptions.check(name(), snapshot.store(), options.keySet());
    return new FolderScanBuilder(snapshot);
  }

  /** Two loads of the same files are the same table, so that cached results are found again. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FolderTable that && snapshot.equals(that.snapshot);
  }

  @Override
  public int hashCode() {
    return snapshot.hashCode();
  }

  @Override
  public String toString() {
    return snapshot.name();
  }
}
