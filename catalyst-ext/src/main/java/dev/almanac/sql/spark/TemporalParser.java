package dev.almanac.sql.spark;

import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.Seq;

/**
 * Adds the {@code FOR} clause to whatever parser Spark has already.
 *
 * <p>Native first: the other parser is asked before anything else. Only a statement that it refuses
 * is searched for clauses, which become Spark's own time travel; then it is asked once more. So no
 * statement that it accepts can change its meaning, and none costs more than before.
 *
 * <p>Nothing is known of the other parser, which may be Spark's or belong to another extension.
 */
public final class TemporalParser extends ParserDecorator {

  public TemporalParser(ParserInterface delegate) {
    super(delegate);
  }

  @Override
  LogicalPlan readAgain(SecondReading reading, SecondReading.Delegate delegate)
      throws ParseException {
    return reading.plan(delegate);
  }

  @Override
  public TableIdentifier parseTableIdentifier(String sqlText) throws ParseException {
    try {
      return delegate.parseTableIdentifier(sqlText);
    } catch (ParseException refused) {
      throw NameErrors.of(sqlText, refused);
    }
  }

  /** How {@code spark.table(..)} reads a name. */
  @Override
  public Seq<String> parseMultipartIdentifier(String sqlText) throws ParseException {
    try {
      return delegate.parseMultipartIdentifier(sqlText);
    } catch (ParseException refused) {
      throw NameErrors.of(sqlText, refused);
    }
  }
}
