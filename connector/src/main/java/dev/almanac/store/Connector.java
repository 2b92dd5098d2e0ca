package dev.almanac.store;

/**
 * What a store speaks: folders of files, or a document database. A new connector is a class of this
 * interface and a line in {@code dev.almanac.catalog.Connectors}.
 */
public interface Connector {

  /** The value of the option {@code connector}. */
  String name();

  /**
   * Opens a store. No I/O happens here: an unreachable store is an error of the query that needs
   * it, not of the catalog.
   *
   * @param store the store, whose options are validated
   * @param limits the catalog's settings
   */
  StoreReader open(Store store, CatalogLimits limits);
}
