package dev.almanac.catalog;

import dev.almanac.Installation;
import dev.almanac.procedure.SystemProcedures;
import dev.almanac.store.Stores;
import dev.almanac.temporal.TableVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.ProcedureCatalog;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableSummary;
import org.apache.spark.sql.connector.catalog.procedures.UnboundProcedure;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The Spark catalog: {@code spark.sql.catalog.<name> = dev.almanac.catalog.AlmanacCatalog}.
 *
 * <p>A table's name is a store's prefix and the folders below it. Namespaces are prefixes, and the
 * folders that hold datasets. Nothing here ever deletes data.
 */
public final class AlmanacCatalog implements TableCatalog, SupportsNamespaces, ProcedureCatalog {

  private String name; // all are set when Spark initializes the catalog
  private CatalogStores stores;
  private CatalogTables tables;
  private CatalogNamespaces namespaces;
  private DeclaredColumns declared;
  private ReadOnly readOnly;
  private SystemProcedures procedures;

  /** Spark makes catalogs by name. */
  public AlmanacCatalog() {}

  @Override
  public void initialize(String catalogName, CaseInsensitiveStringMap options) {
    Installation.check();
    name = catalogName;
    stores = new CatalogStores(catalogName, options);
    declared = new DeclaredColumns();
    readOnly = new ReadOnly(catalogName);
    tables = new CatalogTables(catalogName, stores, declared);
    namespaces = new CatalogNamespaces(stores, readOnly);
    procedures = new SystemProcedures(catalogName, stores::registry);
  }

  @Override
  public String name() {
    return name;
  }

  /** The stores, for {@link dev.almanac.Almanac}. */
  public Stores stores() {
    return stores.registry();
  }

  /** For {@code dev.almanac.ui}. */
  public CatalogBrowser browser() {
    return new CatalogBrowser(stores, tables);
  }

  /** This catalog as {@code CREATE TABLE}, which declares a dataset's columns, is to see it. */
  public TableCatalog declaring() {
    return new DeclaringCatalog(this, stores, tables, declared);
  }

  @Override
  public Table loadTable(Identifier ident) throws NoSuchTableException {
    return tables.load(ident, Optional.empty());
  }

  @Override
  public Table loadTable(Identifier ident, String version) throws NoSuchTableException {
    return tables.load(ident, Optional.of(TableVersion.parse(version)));
  }

  /**
   * {@code TIMESTAMP AS OF}: the dataset as a query without a clause would have read it then.
   *
   * @param timestamp microseconds since 1970-01-01 UTC
   */
  @Override
  public Table loadTable(Identifier ident, long timestamp) throws NoSuchTableException {
    Instant knownAt = Instant.EPOCH.plus(timestamp, ChronoUnit.MICROS);
    return tables.load(ident, Optional.of(TableVersion.asOf(knownAt)));
  }

  @Override
  public boolean tableExists(Identifier ident) {
    return tables.exists(ident);
  }

  @Override
  public void invalidateTable(Identifier ident) {
    tables.refresh(ident);
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    checkExists(namespace);
    return tables.below(List.of(namespace)).toArray(Identifier[]::new);
  }

  @Override
  public TableSummary[] listTableSummaries(String[] namespace) throws NoSuchNamespaceException {
    return Arrays.stream(listTables(namespace))
        .map(ident -> TableSummary.of(ident, TableSummary.EXTERNAL_TABLE_TYPE))
        .toArray(TableSummary[]::new);
  }

  /** Only {@code CREATE TABLE AS SELECT} comes here where the extension is in use. */
  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 and 4.0 call; 4.1 comes here by default
  public Table createTable(
      Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
    throw readOnly.refuse("create " + ident);
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw readOnly.refuse("alter " + ident);
  }

  /** Forgets the columns that were declared for a dataset; without any, it is an error. */
  @Override
  public boolean dropTable(Identifier ident) {
    if (stores.place(NameParts.of(ident)).filter(declared::forget).isPresent()) {
      return true;
    }
    throw readOnly.refuse("drop " + ident);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly.refuse("rename " + from);
  }

  @Override
  public String[][] listNamespaces() throws NoSuchNamespaceException {
    return listNamespaces(new String[0]);
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    checkExists(namespace);
    return namespaces.below(List.of(namespace)).stream()
        .map(found -> found.toArray(String[]::new))
        .toArray(String[][]::new);
  }

  @Override
  public boolean namespaceExists(String[] namespace) {
    return namespaces.exists(List.of(namespace));
  }

  private void checkExists(String[] namespace) throws NoSuchNamespaceException {
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    checkExists(namespace);
    return namespaces.properties(List.of(namespace));
  }

  /** {@code CREATE NAMESPACE lake.sales LOCATION '..' WITH DBPROPERTIES (..)} registers a store. */
  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata)
      throws NamespaceAlreadyExistsException {
    namespaces.create(List.of(namespace), metadata);
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes)
      throws NoSuchNamespaceException {
    namespaces.alter(List.of(namespace), List.of(changes));
  }

  /** {@code DROP NAMESPACE} unregisters a store; its data stays, with CASCADE too. */
  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade)
      throws NoSuchNamespaceException {
    return namespaces.drop(List.of(namespace));
  }

  @Override
  public UnboundProcedure loadProcedure(Identifier ident) {
    return procedures.load(ident);
  }

  @Override
  public Identifier[] listProcedures(String[] namespace) {
    return procedures.list(namespace);
  }
}
