package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogStores.Place;
import dev.almanac.store.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A catalog as {@code CREATE TABLE} and {@code REPLACE TABLE} are to see it: the tables that exist
 * are those whose columns are declared, and to create one is to declare the columns of a folder. In
 * the catalog itself, every folder with data exists as a table already, so that Spark would refuse
 * to create it.
 */
final class DeclaringCatalog implements TableCatalog {

  private final AlmanacCatalog catalog;
  private final CatalogStores stores;
  private final CatalogTables tables;
  private final DeclaredColumns declared;

  DeclaringCatalog(
      AlmanacCatalog catalog,
      CatalogStores stores,
      CatalogTables tables,
      DeclaredColumns declared) {
    this.catalog = catalog;
    this.stores = stores;
    this.tables = tables;
    this.declared = declared;
  }

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    throw new UnsupportedOperationException("made by a catalog");
  }

  @Override
  public String name() {
    return catalog.name();
  }

  @Override
  public boolean tableExists(Identifier ident) {
    return stores.place(NameParts.of(ident)).flatMap(declared::of).isPresent();
  }

  @Override
  public Table loadTable(Identifier ident) throws NoSuchTableException {
    return catalog.loadTable(ident);
  }

  /**
   * Declares columns.
   *
   * @throws AlmanacException NO_SUCH_DATASET where there is no such folder; UNSUPPORTED where the
   *     statement says more than columns, or what files cannot give
   */
  @Override
  public Table createTable(Identifier ident, TableInfo table) {
    List<String> parts = NameParts.of(ident);
    Optional<Place> place = stores.place(parts);
    DatasetName name = stores.datasetName(place.map(Place::path).orElse(List.of()), parts);
    StructType columns = Declaration.columns(name.text(), table);
    if (place.isEmpty() || !place.get().reader().canHoldDataset(name, stores.moment())) {
      throw tables.noSuchDataset("declare the columns of", parts, place);
    }
    declared.declare(place.get(), columns);
    return null; // by Spark's contract: it loads the table when it needs it
  }

  /** {@code REPLACE} drops before it creates; that it fails to must leave what there was. */
  @Override
  public boolean dropTable(Identifier ident) {
    return tableExists(ident);
  }

  @Override
  public void invalidateTable(Identifier ident) {
    catalog.invalidateTable(ident);
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    throw notAsked();
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Spark 3.5 and 4.0
  public Table createTable(
      Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
    throw notAsked();
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw notAsked();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw notAsked();
  }

  private static RuntimeException notAsked() {
    throw AlmanacException.of(
        Condition.UNSUPPORTED, "Columns are declared by CREATE TABLE and REPLACE TABLE only.");
  }
}
