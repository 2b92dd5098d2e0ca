package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.catalog.CatalogBrowser;
import dev.almanac.procedure.DatasetQueries;
import dev.almanac.spark.Catalogs;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A catalog of ours in a session, which is loaded when it is first looked into.
 *
 * @param session whose it is
 * @param name in SQL
 */
record LakeCatalog(LakeSession session, String name) {

  /** What is in it. Makes its session the thread's active one. */
  CatalogBrowser browser() {
    SparkSession.setActiveSession(session.session());
    if (Catalogs.named(session.session(), name) instanceof AlmanacCatalog catalog) {
      return catalog.browser();
    }
    throw AlmanacException.of(
        Condition.INVALID_STORE,
        "Cannot show the catalog " + name + ": it was loaded as another kind of catalog.");
  }

  /** What to ask about its datasets. Makes its session the thread's active one. */
  DatasetQueries queries() {
    SparkSession.setActiveSession(session.session());
    return new DatasetQueries(name);
  }

  /** The full name of what has this name in the catalog, as parts. */
  List<String> full(List<String> inside) {
    List<String> parts = new ArrayList<>();
    parts.add(name);
    parts.addAll(inside);
    return parts;
  }

  /** The same in SQL. */
  String sql(List<String> inside) {
    return SqlNames.quoted(full(inside));
  }

  /** A store's name: that of its prefix, or the catalog's. */
  String storeName(Store store) {
    return sql(store.prefix());
  }
}
