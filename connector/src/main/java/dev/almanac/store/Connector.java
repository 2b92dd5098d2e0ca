package dev.almanac.store;

import dev.almanac.AlmanacException;

/**
 * What a store speaks: folders of files, or a document database. A new connector is a class of this
 * interface and a line in {@code dev.almanac.catalog.Connectors}.
 */
public interface Connector {

  /** The value of the option {@code connector}. */
  String name();

  /**
   * Says what is wrong with a store's options together, which no single key shows, and with its
   * location: when the store is configured or registered, not when it is first read. No I/O happens
   * here, and what values refer to is not known yet: that is said when it is looked up.
   *
   * @throws AlmanacException INVALID_OPTION that names the keys as the user wrote them ({@link
   *     Store#place})
   */
  default void check(Store store) {}

  /**
   * Opens a store. No I/O happens here: an unreachable store is an error of the query that needs
   * it, not of the catalog.
   *
   * @param store the store, whose options are validated
   * @param limits the catalog's settings
   */
  StoreReader open(Store store, CatalogLimits limits);
}
