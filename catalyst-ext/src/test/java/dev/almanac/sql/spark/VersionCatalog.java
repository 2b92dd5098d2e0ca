package dev.almanac.sql.spark;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A catalog in which every table exists, but those called {@code missing}, and has one row: {@code
 * id} is 1, {@code name} is the table's name, and {@code version} is what reached {@code
 * loadTable}. Of version {@code LAST 7 DAYS} they have a column {@code extra} more.
 */
public final class VersionCatalog implements TableCatalog, SupportsNamespaces {

  private String name;

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    this.name = catalog;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Table loadTable(Identifier ident) throws NoSuchTableException {
    return table(ident, "none");
  }

  @Override
  public Table loadTable(Identifier ident, String version) throws NoSuchTableException {
    return table(ident, version);
  }

  @Override
  public Table loadTable(Identifier ident, long timestamp) throws NoSuchTableException {
    return table(ident, "at " + timestamp);
  }

  private static Table table(Identifier ident, String version) throws NoSuchTableException {
    if (ident.name().equals("missing")) {
      throw new NoSuchTableException(ident);
    }
    return new VersionTable(ident, version);
  }

  private record VersionTable(Identifier ident, String version)
      implements Table, SupportsRead, ScanBuilder, LocalScan {

    @Override
    public String name() {
      return ident.toString();
    }

    @Override
    public Column[] columns() {
      return CatalogV2Util.structTypeToV2Columns(readSchema());
    }

    @Override
    public StructType readSchema() {
      String more = version.equals("LAST 7 DAYS") ? ", extra INT" : "";
      return StructType.fromDDL("id INT, name STRING, version STRING" + more);
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return this;
    }

    @Override
    public LocalScan build() {
      return this;
    }

    @Override
    public InternalRow[] rows() {
      Object[] values =
          new Object[] {1, UTF8String.fromString(ident.name()), UTF8String.fromString(version), 7};
      return new InternalRow[] {new GenericInternalRow(values)};
    }
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean dropTable(Identifier ident) {
    return false;
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String[][] listNamespaces() {
    return new String[0][];
  }

  @Override
  public String[][] listNamespaces(String[] namespace) {
    return new String[0][];
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace) {
    return Map.of();
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {}

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {}

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    return false;
  }
}
