package dev.almanac.sql.spark;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.Installation;
import dev.almanac.store.Suggestion;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedProcedure;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.internal.SQLConf;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Names whose first part was meant to be an Almanac catalog, and is none: its class is mistyped,
 * its keys are there but the catalog's own is not, or nobody configured it. The latter shows by a
 * {@code FOR} clause, or where the session has the extension and no catalog for it. Spark would say
 * that there is no such table.
 *
 * <p>Looks at names before the analyzer does, and changes nothing. Needs the analyzer's own plans,
 * for which there is no public interface.
 */
public final class ConfiguredCatalogs extends Rule<LogicalPlan> {

  private static final String KEYS = "spark.sql.catalog.";
  private static final String OUR_CLASSES = "dev.almanac.";
  private static final String SIMPLE_NAME = "AlmanacCatalog";

  private static final Seq<String> NO_NAME =
      CollectionConverters.asScala(List.<String>of()).toSeq();

  private final SparkSession session;
  private final boolean extended;

  /**
   * A rule of a session.
   *
   * @param extended whether the session was started with the extension
   */
  public ConfiguredCatalogs(SparkSession session, boolean extended) {
    this.session = session;
    this.extended = extended;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    plan.foreachWithSubqueries(
        new AbstractFunction1<LogicalPlan, BoxedUnit>() {
          @Override
          public BoxedUnit apply(LogicalPlan node) {
            check(node);
            return BoxedUnit.UNIT;
          }
        });
    return plan;
  }

  private void check(LogicalPlan node) {
    List<String> name = CollectionConverters.asJava(name(node));
    if (name.isEmpty()) {
      return;
    }
    String first = name.get(0);
    SQLConf conf = SQLConf.get();
    if (conf.contains(KEYS + first)) {
      checkClass(first, conf.getConfString(KEYS + first));
    } else if (name.size() > 1 || isPlace(node)) {
      checkKeys(first, conf);
      if (node instanceof RelationTimeTravel || (asksForCatalog(node, name) && hasNone(conf))) {
        checkKnown(first, name);
      }
    }
  }

  /** Whether Spark's own catalog cannot have what is asked for, or was not meant. */
  private static boolean asksForCatalog(LogicalPlan node, List<String> name) {
    boolean deep = node instanceof UnresolvedRelation || node instanceof UnresolvedProcedure;
    return (deep && name.size() > 2) || node instanceof ShowTables;
  }

  /** Whether the session has the extension, and no catalog that would need it. */
  private boolean hasNone(SQLConf conf) {
    return extended
        && !CollectionConverters.asJava(conf.getAllConfs()).containsValue(Installation.CATALOG);
  }

  private static boolean isPlace(LogicalPlan node) {
    return node instanceof UnresolvedNamespace || node instanceof ShowTables;
  }

  private static Seq<String> name(LogicalPlan node) {
    if (node instanceof ShowTables show) {
      return name(show.namespace());
    } else if (node instanceof UnresolvedRelation relation) {
      return relation.multipartIdentifier();
    } else if (node instanceof RelationTimeTravel travel) {
      return name(travel.relation());
    } else if (node instanceof UnresolvedIdentifier identifier) {
      return identifier.nameParts();
    } else if (node instanceof UnresolvedTable table) {
      return table.multipartIdentifier();
    } else if (node instanceof UnresolvedTableOrView table) {
      return table.multipartIdentifier();
    } else if (node instanceof UnresolvedNamespace namespace) {
      return namespace.multipartIdentifier();
    } else if (node instanceof UnresolvedProcedure procedure) {
      return procedure.nameParts();
    }
    return NO_NAME;
  }

  /** A class of ours, or of nearly the name, that is not there. */
  private static void checkClass(String catalog, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    boolean ours =
        name.startsWith(OUR_CLASSES)
            || Suggestion.nearest(simple, List.of(SIMPLE_NAME)).isPresent();
    if (!ours || name.equals(Installation.CATALOG) || exists(name)) {
      return;
    }
    throw AlmanacException.of(
        Condition.MISCONFIGURED,
        "Cannot load the catalog %s: there is no class %s (did you mean %s?). Start Spark with --conf spark.sql.catalog.%s=%s."
            .formatted(catalog, name, Installation.CATALOG, catalog, Installation.CATALOG));
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return false;
    }
  }

  /** Keys below the catalog's own, which is missing. */
  private static void checkKeys(String catalog, SQLConf conf) {
    String start = KEYS + catalog + ".";
    for (String key : CollectionConverters.asJava(conf.getAllConfs()).keySet()) {
      if (key.startsWith(start)) {
        throw AlmanacException.of(
            Condition.MISCONFIGURED,
            "Cannot find the catalog %1$s: %2$s is set, and spark.sql.catalog.%1$s is not. Add --conf spark.sql.catalog.%1$s=%3$s."
                .formatted(catalog, key, Installation.CATALOG));
      }
    }
  }

  /** A clause follows the name of a table in a catalog or database that nobody knows. */
  private void checkKnown(String first, List<String> name) {
    CatalogManager catalogs = session.sessionState().catalogManager();
    boolean known =
        catalogs.isCatalogRegistered(first)
            || !catalogs.currentCatalog().name().equals(CatalogManager.SESSION_CATALOG_NAME())
            || catalogs.v1SessionCatalog().databaseExists(first)
            || isFile(name);
    if (!known) {
      throw AlmanacException.of(
          Condition.MISCONFIGURED,
          "Cannot read %s: this session has no catalog %s, nor a database of that name. %s"
              .formatted(String.join(".", name), first, Installation.addCatalog(first)));
    }
  }

  /** A path instead of a table, such as {@code parquet.`/data/x`}. */
  private static boolean isFile(List<String> name) {
    if (name.size() != 2) {
      return false;
    }
    try {
      DataSource.lookupDataSource(name.get(0), SQLConf.get());
      return true;
    } catch (Exception e) { // of no fixed kind: no such source, or one that does not load
      return false;
    }
  }
}
