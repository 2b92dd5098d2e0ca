package dev.almanac;

import dev.almanac.spark.ErrorConditions;
import java.util.Map;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An error that the user can mend: it says what could not be done, with what, why, and the way out.
 *
 * <p>It is Spark's {@link AnalysisException}, so that PySpark and Connect clients see one too. That
 * is a checked exception in Java while Spark's interfaces declare none, hence the factories that
 * throw it unchecked:
 *
 * <pre>{@code throw AlmanacException.of(Condition.INVALID_NAME, "Cannot ...");}</pre>
 */
public final class AlmanacException extends AnalysisException {

  static {
    ErrorConditions.add();
  }

  private final Condition condition;

  private AlmanacException(Condition condition, String message) {
    super(
        "[" + condition.id() + "] " + message + " SQLSTATE: " + condition.sqlState(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.apply(condition.id()),
        scala.collection.immutable.Map.from(
            CollectionConverters.asScala(Map.of(ErrorConditions.MESSAGE, message))),
        new QueryContext[0]);
    this.condition = condition;
  }

  /** Throws the error; the declared result lets callers write {@code throw of(..)}. */
  public static RuntimeException of(Condition condition, String message) {
    throw unchecked(new AlmanacException(condition, message));
  }

  /**
   * Throws the error with what it came of, which logs show behind it. That is kept as a suppressed
   * error, as {@code spark-sql} prints the whole stack trace of an analysis error that has a cause.
   */
  public static RuntimeException of(Condition condition, String message, Throwable cause) {
    AlmanacException error = new AlmanacException(condition, message);
    error.addSuppressed(cause);
    throw unchecked(error);
  }

  /**
   * What an error came of: its cause, or what an error of Almanac's keeps in its place.
   *
   * @return null at the end, as {@link Throwable#getCause} does
   */
  public static Throwable origin(Throwable error) {
    Throwable[] kept = error.getSuppressed();
    return error.getCause() == null && error instanceof AlmanacException && kept.length > 0
        ? kept[0]
        : error.getCause();
  }

  public Condition condition() {
    return condition;
  }

  @Override
  public String getCondition() {
    return condition.id();
  }

  @Override
  public String getSqlState() {
    return condition.sqlState();
  }

  /** What Spark shows where it is set to show errors as JSON. */
  @Override
  public String getDefaultMessageTemplate() {
    return ErrorConditions.TEMPLATE;
  }

  /**
   * Throws an error as it is, checked or not; the declared result lets callers write {@code throw}.
   */
  @SuppressWarnings("unchecked") // erased
  public static <E extends Throwable> RuntimeException unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
