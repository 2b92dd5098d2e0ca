package dev.almanac.sql.spark;

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
  LogicalPlan readAgain(SecondReading reading, SecondReading.Delegate delegate)
      throws ParseException {
    throw reading.hint(delegate);
  }
}
