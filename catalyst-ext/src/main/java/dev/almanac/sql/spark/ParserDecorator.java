package dev.almanac.sql.spark;

import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;

/**
 * A parser in front of another, of which nothing is known: it may be Spark's or belong to another
 * extension. The other one is asked first; only a statement that it refuses is looked at again.
 * What is not a statement goes to it as it is.
 */
abstract class ParserDecorator implements ParserInterface {

  final ParserInterface delegate;

  ParserDecorator(ParserInterface delegate) {
    this.delegate = delegate;
  }

  /**
   * What comes of a statement that the other parser refused.
   *
   * @param delegate the method of the other parser that refused it
   */
  abstract LogicalPlan readAgain(SecondReading reading, SecondReading.Delegate delegate)
      throws ParseException;

  @Override
  public final LogicalPlan parsePlan(String sqlText) throws ParseException {
    try {
      return delegate.parsePlan(sqlText);
    } catch (ParseException refused) {
      return readAgain(
          new SecondReading(sqlText, Arguments.none(), refused),
          (text, unused) -> delegate.parsePlan(text));
    }
  }

  /** The default of this method would drop the parameters. */
  @Override
  public final LogicalPlan parsePlanWithParameters(String sqlText, ParameterContext parameters)
      throws ParseException {
    try {
      return delegate.parsePlanWithParameters(sqlText, parameters);
    } catch (ParseException refused) {
      return readAgain(
          new SecondReading(sqlText, Arguments.of(parameters), refused),
          delegate::parsePlanWithParameters);
    }
  }

  /** How views are read. */
  @Override
  public final LogicalPlan parseQuery(String sqlText) throws ParseException {
    try {
      return delegate.parseQuery(sqlText);
    } catch (ParseException refused) {
      return readAgain(
          new SecondReading(sqlText, Arguments.none(), refused),
          (text, unused) -> delegate.parseQuery(text));
    }
  }

  @Override
  public Expression parseExpression(String sqlText) throws ParseException {
    return delegate.parseExpression(sqlText);
  }

  @Override
  public TableIdentifier parseTableIdentifier(String sqlText) throws ParseException {
    return delegate.parseTableIdentifier(sqlText);
  }

  @Override
  public FunctionIdentifier parseFunctionIdentifier(String sqlText) throws ParseException {
    return delegate.parseFunctionIdentifier(sqlText);
  }

  @Override
  public Seq<String> parseMultipartIdentifier(String sqlText) throws ParseException {
    return delegate.parseMultipartIdentifier(sqlText);
  }

  @Override
  public StructType parseRoutineParam(String sqlText) throws ParseException {
    return delegate.parseRoutineParam(sqlText);
  }

  @Override
  public StructType parseTableSchema(String sqlText) throws ParseException {
    return delegate.parseTableSchema(sqlText);
  }

  @Override
  public DataType parseDataType(String sqlText) throws ParseException {
    return delegate.parseDataType(sqlText);
  }
}
