package dev.almanac.ui.page;

import dev.almanac.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * What the first page shows of a catalog.
 *
 * @param lake the catalog
 * @param stores its stores; none after an error
 * @param error why they cannot be shown, empty if they can
 * @param others how many other sessions have the same
 */
record ShownCatalog(LakeCatalog lake, List<Store> stores, Optional<Throwable> error, int others) {

  /** Looks into a catalog, which loads it but lists nothing. */
  static ShownCatalog of(LakeCatalog lake) {
    try {
      return new ShownCatalog(lake, lake.browser().stores(), Optional.empty(), 0);
    } catch (Exception | LinkageError e) { // of a wrong setting, or a class that is not there
      return new ShownCatalog(lake, List.of(), Optional.of(e), 0);
    }
  }

  ShownCatalog withOneMore() {
    return new ShownCatalog(lake, stores, error, others + 1);
  }

  String session() {
    return lake.session().id();
  }

  /** Whose it is. */
  String label() {
    return lake.session().label()
        + (others == 0 ? "" : " and " + Amounts.count(others, "other session"));
  }

  /** What is the same in sessions that are shown as one. */
  List<Object> shown() {
    return List.of(
        lake.name(),
        stores.stream()
            .map(
                store ->
                    List.of(
                        store.prefix(),
                        store.connector(),
                        store.location(),
                        store.options(),
                        store.configured()))
            .toList(),
        error.map(Throwable::toString).orElse(""));
  }
}
