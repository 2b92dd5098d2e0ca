package dev.almanac;

import dev.almanac.catalog.AlmanacCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;

/** What Java programs call; all of it can be done in SQL as well. */
public final class Almanac {

  private Almanac() {}

  /**
   * Registers a store for as long as the session lives, as {@code CREATE NAMESPACE} does.
   *
   * @param catalog the name of an Almanac catalog of the session
   * @param prefix under which the store's datasets are tables: {@code sales}, {@code sales.eu}
   * @param options as after {@code spark.sql.catalog.<catalog>.store.<prefix>.}; {@code location}
   *     is needed
   * @throws AlmanacException INVALID_STORE where the prefix is taken, INVALID_OPTION for an unknown
   *     key or value
   */
  public static void registerStore(
      SparkSession session, String catalog, String prefix, Map<String, String> options) {
    session.withActive(
        () -> {
          catalog(session, catalog).stores().register(parts(prefix), options);
          return null;
        });
  }

  /**
   * Forgets a store that was registered while the session ran. Its data stays as it is.
   *
   * @return whether there was one
   * @throws AlmanacException INVALID_STORE where configuration keys describe the store
   */
  public static boolean unregisterStore(SparkSession session, String catalog, String prefix) {
    return session.withActive(() -> catalog(session, catalog).stores().unregister(parts(prefix)));
  }

  private static List<String> parts(String prefix) {
    return Arrays.asList(prefix.split("\\.", -1));
  }

  private static AlmanacCatalog catalog(SparkSession session, String name) {
    CatalogPlugin plugin = dev.almanac.spark.Catalogs.named(session, name);
    if (plugin instanceof AlmanacCatalog found) {
      return found;
    }
    throw AlmanacException.of(
        Condition.INVALID_STORE,
        "The catalog "
            + name
            + " is not Almanac's but a "
            + plugin.getClass().getName()
            + ". Set spark.sql.catalog."
            + name
            + " = "
            + AlmanacCatalog.class.getName()
            + ".");
  }
}
