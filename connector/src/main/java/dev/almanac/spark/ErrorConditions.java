package dev.almanac.spark;

import dev.almanac.Condition;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.ErrorClassesJsonReader;
import org.apache.spark.ErrorInfo;
import org.apache.spark.SparkThrowableHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts Almanac's conditions on Spark's list of them.
 *
 * <p>Internal: where Spark is asked for an error's message by its condition, it looks on that list,
 * and a condition that is not there is an internal error with a stack trace of its own. So does
 * {@code getMessage()} of PySpark's exceptions. The list is read from one file in Spark's jar, and
 * nothing but this can be added to it. Where that does not work, all else does.
 */
public final class ErrorConditions {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorConditions.class);

  /** The parameter that holds the whole of a message. */
  public static final String MESSAGE = "message";

  /** What Spark makes a message from: nothing but that parameter. */
  public static final String TEMPLATE = "<" + MESSAGE + ">";

  private ErrorConditions() {}

  /** Adds all conditions; again, if need be. */
  public static synchronized void add() {
    try {
      ErrorClassesJsonReader reader = SparkThrowableHelper.errorReader();
      Field list = ErrorClassesJsonReader.class.getDeclaredField("errorInfoMap");
      list.setAccessible(true);
      list.set(reader, reader.errorInfoMap().concat(conditions()));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      LOG.debug("Spark's list of error conditions stays as it is", refused);
    }
  }

  private static Map<String, ErrorInfo> conditions() {
    return Map.from(
        CollectionConverters.asScala(
            Arrays.stream(Condition.values()).collect(Collectors.toMap(Condition::id, info()))));
  }

  private static Function<Condition, ErrorInfo> info() {
    Seq<String> lines = CollectionConverters.asScala(java.util.List.of(TEMPLATE)).toSeq();
    return condition ->
        new ErrorInfo(lines, Option.empty(), new Some<>(condition.sqlState()), Option.empty());
  }
}
