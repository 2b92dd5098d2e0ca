package dev.almanac.catalog;

import static dev.almanac.catalog.NameParts.concat;
import static dev.almanac.catalog.NameParts.startsWith;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogStores.Place;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetName;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.ListingBudget;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.Suggestion;
import dev.almanac.temporal.TableVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and loads a catalog's tables: datasets, and the tables about them. */
final class CatalogTables {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogTables.class);

  private final String catalog;
  private final CatalogStores stores;
  private final DeclaredColumns declared;

  CatalogTables(String catalog, CatalogStores stores, DeclaredColumns declared) {
    this.catalog = catalog;
    this.stores = stores;
    this.declared = declared;
  }

  /**
   * Loads a table.
   *
   * @param version the dates asked for; with these, a table that is not there is an error of ours,
   *     as Spark looks for it nowhere else
   */
  Table load(Identifier ident, Optional<TableVersion> version) throws NoSuchTableException {
    List<String> parts = NameParts.of(ident);
    Optional<Place> place = stores.place(parts);
    if (place.isPresent() && !otherSource(ident, place.get())) {
      QueryMoment moment = stores.moment();
      DatasetName dataset = stores.datasetName(place.get().path(), parts);
      Optional<StructType> columns = declared.of(place.get());
      Optional<Table> table =
          version.isPresent() && columns.isEmpty() && onlyAbout(place.get(), dataset, moment)
              ? Optional.empty()
              : place.get().reader().load(dataset, version, columns, moment);
      if (table.isPresent()) {
        columns.ifPresent(given -> DeclaredColumns.check(given, table.get()));
        return table.get();
      }
      Optional<Table> about = metadataTable(parts, version, moment);
      if (about.isPresent()) {
        return about.get();
      }
      checkStore(place.get(), moment);
    }
    if (version.isPresent() || (stores.registry().all().isEmpty() && !isPath(ident))) {
      throw noSuchDataset("read", parts, place);
    }
    throw new NoSuchTableException(ident);
  }

  /**
   * Whether a name such as {@code orders.days} can only be that of a table about a dataset. It is
   * asked before a range is looked for in a folder of that name, of which each month would be
   * listed.
   */
  private static boolean onlyAbout(Place place, DatasetName name, QueryMoment moment) {
    return place.path().size() > 1
        && MetadataTable.named(place.path().get(place.path().size() - 1)).isPresent()
        && !place.reader().isDataset(name, moment);
  }

  /** A location that is not there would make every name one of no table. */
  private void checkStore(Place place, QueryMoment moment) {
    if (place.reader().isMissing(moment)) {
      Store store = place.store();
      throw AlmanacException.of(
          Condition.NO_SUCH_DATASET,
          "Cannot read %s of catalog %s: its location %s does not exist. %s"
              .formatted(
                  store,
                  catalog,
                  store.location(),
                  store.configured()
                      ? "Mend %s, or make the folder."
                          .formatted(store.place(DatasetOptions.LOCATION))
                      : "Register it at another (DROP NAMESPACE first), or make the folder."));
    }
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
    return place.store().prefix().isEmpty() && isPath(ident);
  }

  private static boolean isPath(Identifier ident) {
    return ident.namespace().length == 1 && ident.name().indexOf('/') >= 0;
  }

  /**
   * Throws the error for a name that is no dataset.
   *
   * @param what could not be done
   */
  RuntimeException noSuchDataset(String what, List<String> parts, Optional<Place> place) {
    String text = stores.datasetName(List.of(), parts).text();
    if (place.isEmpty()) {
      List<String> prefixes = stores.registry().prefixes();
      if (prefixes.isEmpty()) {
        throw AlmanacException.of(
            Condition.NO_SUCH_DATASET,
            "Cannot %1$s %2$s: catalog %3$s has no store yet. Set spark.sql.catalog.%3$s.location to the folder of its datasets, or register a store: CREATE NAMESPACE %3$s.<prefix> LOCATION '<folder>'."
                .formatted(what, text, catalog));
      }
      throw AlmanacException.of(
          Condition.NO_SUCH_DATASET,
          "Cannot "
              + what
              + " "
              + text
              + ": no store of catalog "
              + catalog
              + " has a prefix of that name"
              + Suggestion.among(parts.get(0), prefixes)
              + ". The prefixes are: "
              + String.join(", ", prefixes)
              + ".");
    }
    throw AlmanacException.of(
        Condition.NO_SUCH_DATASET,
        "Cannot "
            + what
            + " "
            + text
            + ": there is no dataset at "
            + String.join("/", place.get().path())
            + " in "
            + place.get().store()
            + " ("
            + place.get().store().location()
            + ")"
            + likeliest(place.get(), parts)
            + ". SHOW TABLES IN "
            + catalog
            + " lists what there is.");
  }

  /** {@code " (did you mean x?)"}, or nothing. */
  private String likeliest(Place place, List<String> parts) {
    try {
      return place
          .reader()
          .likeliest(stores.datasetName(place.path(), parts), stores.moment())
          .map(path -> concat(place.store().prefix(), path))
          .map(name -> " (did you mean " + stores.datasetName(List.of(), name).text() + "?)")
          .orElse("");
    } catch (RuntimeException e) {
      LOG.debug("What else there is cannot be listed", e);
      return ""; // the error at hand says more
    }
  }

  boolean exists(Identifier ident) {
    List<String> parts = NameParts.of(ident);
    return stores
        .place(parts)
        .filter(place -> !otherSource(ident, place))
        .map(
            place ->
                declared.of(place).isPresent()
                    || place
                        .reader()
                        .isDataset(stores.datasetName(place.path(), parts), stores.moment()))
        .orElse(false);
  }

  /** Forgets what is remembered of a table's files. */
  void refresh(Identifier ident) {
    List<String> parts = NameParts.of(ident);
    stores
        .place(parts)
        .ifPresent(place -> place.reader().refresh(stores.datasetName(place.path(), parts)));
  }

  /** The datasets below a namespace, at any depth, sorted. */
  List<Identifier> below(List<String> start) {
    Set<List<String>> names = new TreeSet<>(NameParts::compare);
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
        names.addAll(of(store, ListingBudget.unlimited()).names());
      }
    }
    return names.stream().map(NameParts::identifier).toList();
  }

  /** The datasets of a store, as many as a budget finds, by their full names. */
  DatasetListing of(Store store, ListingBudget budget) {
    DatasetListing found = stores.reader(store).datasets(List.of(), budget, stores.moment());
    return new DatasetListing(
        found.names().stream()
            .map(path -> concat(store.prefix(), path))
            .filter(full -> belongsTo(full, store))
            .toList(),
        found.complete());
  }

  /** A folder that another store's longer prefix hides is not reachable, so not listed. */
  private boolean belongsTo(List<String> name, Store store) {
    return stores.registry().resolve(name).map(found -> found.store().equals(store)).orElse(false);
  }
}
