package dev.almanac.sql.spark;

import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * For sessions without the extension: a statement that is refused because of a {@code FOR} clause,
 * and would be read with the extension, is refused with the setting that is missing. Everything
 * else is as the other parser has it.
 *
 * <p>Where the extension is there after all, its parser is asked after this one, takes the error
 * for any other, and reads the clause.
 */
public final class HintingParser extends ParserDecorator {

  public HintingParser(ParserInterface delegate) {
    super(delegate);
  }

  @Override
  public LogicalPlan parsePlan(String sqlText) throws ParseException {
    try {
      return delegate.parsePlan(sqlText);
    } catch (ParseException refused) {
      throw new SecondReading(sqlText, Arguments.none(), refused)
          .hint((text, unused) -> delegate.parsePlan(text));
    }
  }

  @Override
  public LogicalPlan parsePlanWithParameters(String sqlText, ParameterContext parameters)
      throws ParseException {
    try {
      return delegate.parsePlanWithParameters(sqlText, parameters);
    } catch (ParseException refused) {
      throw new SecondReading(sqlText, Arguments.of(parameters), refused)
          .hint(delegate::parsePlanWithParameters);
    }
  }

  @Override
  public LogicalPlan parseQuery(String sqlText) throws ParseException {
    return delegate.parseQuery(sqlText);
  }
}
