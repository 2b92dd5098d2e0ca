package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogStores.Place;
import dev.almanac.store.DatasetName;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.Stores;
import dev.almanac.store.Suggestion;
import dev.almanac.temporal.TableVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableSummary;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The Spark catalog: {@code spark.sql.catalog.<name> = dev.almanac.catalog.AlmanacCatalog}.
 *
 * <p>A table's name is a store's prefix and the folders below it. Namespaces are prefixes, and the
 * folders that hold datasets. Nothing here ever deletes data.
 */
public final class AlmanacCatalog implements TableCatalog, SupportsNamespaces {

  private String name;
  private CatalogStores stores;

  /** Spark makes catalogs by name. */
  public AlmanacCatalog() {}

  @Override
  public void initialize(String catalogName, CaseInsensitiveStringMap options) {
    name = catalogName;
    stores = new CatalogStores(catalogName, options);
  }

  @Override
  public String name() {
    return name;
  }

  /** The stores, for {@link dev.almanac.Almanac}. */
  public Stores stores() {
    return stores.registry();
  }

  @Override
  public Table loadTable(Identifier ident) throws NoSuchTableException {
    return load(ident, Optional.empty());
  }

  @Override
  public Table loadTable(Identifier ident, String version) throws NoSuchTableException {
    return load(ident, Optional.of(TableVersion.parse(version)));
  }

  /**
   * {@code TIMESTAMP AS OF}: the dataset as a query without a clause would have read it then.
   *
   * @param timestamp microseconds since 1970-01-01 UTC
   */
  @Override
  public Table loadTable(Identifier ident, long timestamp) throws NoSuchTableException {
    Instant knownAt = Instant.EPOCH.plus(timestamp, ChronoUnit.MICROS);
    return load(ident, Optional.of(TableVersion.asOf(knownAt)));
  }

  private Table load(Identifier ident, Optional<TableVersion> version) throws NoSuchTableException {
    List<String> parts = parts(ident.namespace(), ident.name());
    Optional<Place> place = stores.place(parts);
    if (place.isPresent() && !otherSource(ident, place.get())) {
      QueryMoment moment = stores.moment();
      DatasetName dataset = stores.datasetName(place.get().path(), parts);
      Optional<Table> table = place.get().reader().load(dataset, version, Optional.empty(), moment);
      if (table.isEmpty()) {
        table = metadataTable(parts, version, moment);
      }
      if (table.isPresent()) {
        return table.get();
      }
    }
    if (version.isPresent()) {
      throw noSuchDataset(parts, place);
    }
    throw new NoSuchTableException(ident);
  }

  /** {@code orders.days} is about the dataset {@code orders}, unless there is such a dataset. */
  private Optional<Table> metadataTable(
      List<String> parts, Optional<TableVersion> version, QueryMoment moment) {
    Optional<MetadataTable> kind = MetadataTable.named(parts.get(parts.size() - 1));
    List<String> about = parts.subList(0, parts.size() - 1);
    if (kind.isEmpty() || about.isEmpty()) {
      return Optional.empty();
    }
    return stores
        .place(about)
        .flatMap(
            place ->
                place
                    .reader()
                    .metadata(
                        stores.datasetName(place.path(), about), kind.get(), version, moment));
  }

  /**
   * In {@code parquet.`/some/path`} the first part names a data source, not a store: Spark asks the
   * current catalog first, and goes on only if it knows no such table.
   */
  private static boolean otherSource(Identifier ident, Place place) {
    return ident.namespace().length == 1
        && place.store().prefix().isEmpty()
        && ident.name().indexOf('/') >= 0;
  }

  private RuntimeException noSuchDataset(List<String> parts, Optional<Place> place) {
    String text = stores.datasetName(List.of(), parts).text();
    if (place.isEmpty()) {
      List<String> prefixes = stores.registry().prefixes();
      throw AlmanacException.of(
          Condition.NO_SUCH_DATASET,
          "Cannot read "
              + text
              + ": no store of catalog "
              + name
              + " has a prefix of that name"
              + Suggestion.among(parts.get(0), prefixes)
              + ". The prefixes are: "
              + String.join(", ", prefixes)
              + ".");
    }
    throw AlmanacException.of(
        Condition.NO_SUCH_DATASET,
        "Cannot read "
            + text
            + ": there is no dataset at "
            + String.join("/", place.get().path())
            + " in "
            + place.get().store()
            + " ("
            + place.get().store().location()
            + "). SHOW TABLES IN "
            + name
            + " lists what there is.");
  }

  @Override
  public boolean tableExists(Identifier ident) {
    List<String> parts = parts(ident.namespace(), ident.name());
    return stores
        .place(parts)
        .filter(place -> !otherSource(ident, place))
        .map(
            place ->
                place.reader().isDataset(stores.datasetName(place.path(), parts), stores.moment()))
        .orElse(false);
  }

  @Override
  public void invalidateTable(Identifier ident) {
    List<String> parts = parts(ident.namespace(), ident.name());
    stores
        .place(parts)
        .ifPresent(place -> place.reader().refresh(stores.datasetName(place.path(), parts)));
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    List<String> start = List.of(namespace);
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
    Set<List<String>> names = new TreeSet<>(AlmanacCatalog::compare);
    stores
        .place(start)
        .ifPresent(
            place ->
                place.reader().datasets(place.path(), stores.moment()).stream()
                    .map(path -> concat(place.store().prefix(), path))
                    .filter(full -> belongsTo(full, place.store()))
                    .forEach(names::add));
    for (Store store : stores.registry().all()) {
      if (store.prefix().size() > start.size() && startsWith(store.prefix(), start)) {
        stores.reader(store).datasets(List.of(), stores.moment()).stream()
            .map(path -> concat(store.prefix(), path))
            .filter(full -> belongsTo(full, store))
            .forEach(names::add);
      }
    }
    return names.stream().map(AlmanacCatalog::identifier).toArray(Identifier[]::new);
  }

  /** A folder that another store's longer prefix hides is not reachable, so not listed. */
  private boolean belongsTo(List<String> name, Store store) {
    return stores.registry().resolve(name).map(found -> found.store().equals(store)).orElse(false);
  }

  @Override
  public TableSummary[] listTableSummaries(String[] namespace) throws NoSuchNamespaceException {
    return Arrays.stream(listTables(namespace))
        .map(ident -> TableSummary.of(ident, TableSummary.EXTERNAL_TABLE_TYPE))
        .toArray(TableSummary[]::new);
  }

  @Override
  @SuppressWarnings("deprecation") // what Spark 3.5 and 4.0 call; 4.1 comes here by default
  public Table createTable(
      Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
    throw readOnly("create " + ident);
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw readOnly("alter " + ident);
  }

  @Override
  public boolean dropTable(Identifier ident) {
    throw readOnly("drop " + ident);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly("rename " + from);
  }

  private RuntimeException readOnly(String what) {
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot "
            + what
            + " in catalog "
            + name
            + ": Almanac reads data where it lies and does not"
            + " change it. A folder becomes a table by being there; to leave a store out, unregister it"
            + " with DROP NAMESPACE.");
  }

  @Override
  public String[][] listNamespaces() throws NoSuchNamespaceException {
    return listNamespaces(new String[0]);
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    List<String> start = List.of(namespace);
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
    Set<String> children = new TreeSet<>();
    for (Store store : stores.registry().all()) {
      if (store.prefix().size() > start.size() && startsWith(store.prefix(), start)) {
        children.add(store.prefix().get(start.size()));
      }
    }
    stores
        .place(start)
        .ifPresent(
            place -> children.addAll(place.reader().namespaces(place.path(), stores.moment())));
    return children.stream()
        .map(child -> concat(start, List.of(child)).toArray(String[]::new))
        .toArray(String[][]::new);
  }

  @Override
  public boolean namespaceExists(String[] namespace) {
    List<String> parts = List.of(namespace);
    if (parts.isEmpty()) {
      return true;
    }
    boolean prefix =
        stores.registry().all().stream().anyMatch(store -> startsWith(store.prefix(), parts));
    return prefix
        || stores
            .place(parts)
            .map(place -> place.reader().isNamespace(checked(place.path(), parts), stores.moment()))
            .orElse(false);
  }

  private List<String> checked(List<String> path, List<String> parts) {
    return stores.datasetName(path, parts).path();
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
    return stores
        .place(List.of(namespace))
        .map(place -> NamespaceProperties.of(place.store(), place.path()))
        .orElse(Map.of());
  }

  /** {@code CREATE NAMESPACE lake.sales LOCATION '..' WITH DBPROPERTIES (..)} registers a store. */
  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata)
      throws NamespaceAlreadyExistsException {
    List<String> prefix = List.of(namespace);
    if (stores.registry().find(prefix).isPresent()) {
      throw new NamespaceAlreadyExistsException(namespace);
    }
    stores.registry().register(prefix, NamespaceProperties.options(metadata));
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes)
      throws NoSuchNamespaceException {
    List<String> prefix = List.of(namespace);
    Store store =
        stores.registry().find(prefix).orElseThrow(() -> new NoSuchNamespaceException(namespace));
    stores.registry().replace(prefix, NamespaceProperties.changed(store, List.of(changes)));
    stores.forgetClosed();
  }

  /** {@code DROP NAMESPACE} unregisters a store; its data stays, with CASCADE too. */
  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade)
      throws NoSuchNamespaceException {
    List<String> prefix = List.of(namespace);
    if (stores.registry().unregister(prefix)) {
      stores.forgetClosed();
      return true;
    }
    if (namespaceExists(namespace)) {
      throw readOnly("drop the folder " + String.join(".", prefix));
    }
    throw new NoSuchNamespaceException(namespace);
  }

  private static Identifier identifier(List<String> name) {
    int last = name.size() - 1;
    return Identifier.of(name.subList(0, last).toArray(String[]::new), name.get(last));
  }

  private static List<String> parts(String[] namespace, String name) {
    return concat(List.of(namespace), List.of(name));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static boolean startsWith(List<String> list, List<String> start) {
    return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
  }

  private static int compare(List<String> one, List<String> other) {
    return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
  }
}
