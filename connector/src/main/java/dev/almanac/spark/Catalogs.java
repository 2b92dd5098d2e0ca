package dev.almanac.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds a session's catalogs.
 *
 * <p>Internal to Spark: {@code CatalogManager}; the public interface names catalogs, but does not
 * give them.
 */
public final class Catalogs {

  private Catalogs() {}

  /**
   * The catalog of this name, loaded if it was not yet: as this session's configuration says, and
   * not as that of the thread's active session, which is where Spark's own look-up reads it.
   */
  public static CatalogPlugin named(SparkSession session, String name) {
    return session.withActive(
        () ->
            ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .catalogManager()
                .catalog(name));
  }

  /** The names of those that are loaded; without the one that Spark always has. */
  public static List<String> loaded(SparkSession session) {
    List<String> names =
        new ArrayList<>(
            CollectionConverters.asJava(
                ((org.apache.spark.sql.classic.SparkSession) session)
                    .sessionState()
                    .catalogManager()
                    .listCatalogs(scala.Option.empty())));
    names.remove("spark_catalog");
    return names;
  }
}
