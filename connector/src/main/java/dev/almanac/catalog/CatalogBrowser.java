package dev.almanac.catalog;

import dev.almanac.catalog.CatalogStores.Place;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetSpan;
import dev.almanac.store.ListingBudget;
import dev.almanac.store.Store;
import dev.almanac.temporal.DateRange;
import dev.almanac.temporal.DateSelection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A catalog for those who look around in it rather than query it. Names are the parts of a
 * dataset's name, without the catalog's.
 */
public final class CatalogBrowser {

  private final CatalogStores stores;
  private final CatalogTables tables;

  CatalogBrowser(CatalogStores stores, CatalogTables tables) {
    this.stores = stores;
    this.tables = tables;
  }

  /** The stores, by prefix, in step with the session's configuration. */
  public List<Store> stores() {
    return stores.registry().all();
  }

  /** The store that a name leads to. */
  public Optional<Store> storeOf(List<String> name) {
    return stores.place(name).map(Place::store);
  }

  /** The datasets of a store, as many as a budget finds. */
  public DatasetListing datasets(Store store, ListingBudget budget) {
    return tables.of(store, budget);
  }

  /** From when to when a dataset has days; empty where it has none, or is not there. */
  public Optional<DatasetSpan> span(List<String> name) {
    return stores
        .place(name)
        .flatMap(
            place -> place.reader().span(stores.datasetName(place.path(), name), stores.moment()));
  }

  /**
   * The days that a clause means of a dataset: in its store's time zone, from the catalog's now.
   *
   * @param latest the newest day that can be read, where the clause asks for it
   */
  public DateRange range(List<String> name, DateSelection dates, Supplier<LocalDate> latest) {
    ZoneId zone = storeOf(name).map(store -> store.options().timeZone()).orElse(ZoneOffset.UTC);
    return dates.resolve(stores.moment().now(), zone, latest);
  }

  /** Whether there is such a dataset. */
  public boolean isDataset(List<String> name) {
    return tables.exists(NameParts.identifier(name));
  }
}
