package dev.almanac.folders;

import dev.almanac.store.MetadataTable;
import dev.almanac.store.TableOptions;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A table about a dataset, made from a listing when it is read. */
final class ListedTable implements SupportsRead {

  private final String name;
  private final MetadataRows rows;
  private final MetadataListing listing;

  ListedTable(String name, MetadataTable table, MetadataListing listing) {
    this.name = name;
    this.rows =
        switch (table) {
          case DAYS -> MetadataRows.DAYS;
          case FRAMES -> MetadataRows.FRAMES;
          case FILES -> MetadataRows.FILES;
        };
    this.listing = listing;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Column[] columns() {
    return java.util.Arrays.stream(rows.schema().fields())
        .map(field -> Column.create(field.name(), field.dataType(), field.nullable()))
        .toArray(Column[]::new);
  }

  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 calls
  public StructType schema() {
    return rows.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(TableCatalog.PROP_EXTERNAL, "true"); // not kept by Spark
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    TableOptions.check(name, listing.dataset().store(), options.keySet());
    return () -> (Scan) new Rows(rows, listing);
  }

  private record Rows(MetadataRows kind, MetadataListing listing) implements LocalScan {

    @Override
    public InternalRow[] rows() {
      return listing.rows(kind).toArray(InternalRow[]::new);
    }

    @Override
    public StructType readSchema() {
      return kind.schema();
    }

    @Override
    public String description() {
      return "(almanac) listing of " + listing.dataset().name().text();
    }
  }
}
