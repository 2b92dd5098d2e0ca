package dev.almanac.mongodb;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.Connector;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;

/**
 * The connector {@code mongodb}. Refers to MongoDB's classes by name only, as they may be missing.
 */
public final class MongoConnector implements Connector {

  /** What the user adds; the driver is named because the connector asks for a range of versions. */
  static final String PACKAGES =
      "--packages org.mongodb.spark:mongo-spark-connector_2.13:10.5.0,"
          + "org.mongodb:mongodb-driver-sync:5.1.4";

  private static final String PROBE = "com.mongodb.spark.sql.connector.config.ReadConfig";

  @Override
  public String name() {
    return "mongodb";
  }

  @Override
  public void check(Store store) {
    MongoStoreForm.check(store);
    if (isThere() && MongoStoreForm.isKnown(store)) {
      new MongoSettings(store); // which asks the driver, and throws
    }
  }

  private static boolean isThere() {
    try {
      Class.forName(PROBE, false, MongoConnector.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return false;
    }
  }

  /**
   * Opens a store.
   *
   * @throws AlmanacException MISSING_CLIENT where MongoDB's connector is not on the class path;
   *     INVALID_OPTION
   */
  @Override
  public StoreReader open(Store store, CatalogLimits limits) {
    if (!isThere()) {
      throw AlmanacException.of(
          Condition.MISSING_CLIENT,
          "Cannot open "
              + store
              + ": MongoDB's Spark connector is not on Spark's class path. Start Spark with "
              + PACKAGES
              + ".");
    }
    return new MongoStore(store, limits);
  }
}
