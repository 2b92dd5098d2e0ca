package dev.almanac.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;

/**
 * Finds a session's catalogs.
 *
 * <p>Internal to Spark: {@code CatalogManager}; the public interface names catalogs, but does not
 * give them.
 */
public final class Catalogs {

  private Catalogs() {}

  /** The catalog of this name, loaded if it was not yet. */
  public static CatalogPlugin named(SparkSession session, String name) {
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .sessionState()
        .catalogManager()
        .catalog(name);
  }
}
