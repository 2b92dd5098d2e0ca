package dev.almanac;

import dev.almanac.spark.Redaction;
import dev.almanac.sql.spark.ConfiguredCatalogs;
import dev.almanac.sql.spark.DeclaredTables;
import dev.almanac.sql.spark.DescribedTables;
import dev.almanac.sql.spark.GatherSmallScans;
import dev.almanac.sql.spark.IdentifierTimeTravel;
import dev.almanac.sql.spark.TemporalParser;
import dev.almanac.store.Secrets;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.classic.SparkSession;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * What users name in {@code spark.sql.extensions=dev.almanac.AlmanacExtensions}, alone or beside
 * the extensions of other projects, in any order: it adds the {@code FOR} clause to SQL, lets
 * {@code CREATE TABLE} declare the columns of a folder, and has Spark hide the secrets of stores
 * where it shows settings.
 */
public final class AlmanacExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    Installation.check();
    Redaction.extend(Secrets.pattern()); // before the session takes over the application's settings
    extensions.injectParser((session, delegate) -> new TemporalParser(delegate));
    extensions.injectHintResolutionRule(session -> new DescribedTables.Unmark());
    extensions.injectHintResolutionRule(session -> new IdentifierTimeTravel());
    extensions.injectHintResolutionRule(
        session -> new ConfiguredCatalogs((SparkSession) session, true));
    extensions.injectResolutionRule(session -> new DescribedTables.Resolve());
    extensions.injectResolutionRule(session -> new DeclaredTables());
    extensions.injectQueryPostPlannerStrategyRule(session -> new GatherSmallScans());
    return BoxedUnit.UNIT;
  }
}
