package dev.almanac.firestore;

import dev.almanac.store.CatalogLimits;
import dev.almanac.store.Connector;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;

/** The connector {@code firestore}: datasets are collections of documents. */
public final class FirestoreConnector implements Connector {

  /** Made by {@link java.util.ServiceLoader}. */
  public FirestoreConnector() {}

  @Override
  public String name() {
    return "firestore";
  }

  @Override
  public void check(Store store) {
    FirestoreLocation.of(store);
    Connection.check(store, System.getenv());
  }

  @Override
  public StoreReader open(Store store, CatalogLimits limits) {
    return new FirestoreStore(store, limits, System.getenv());
  }
}
