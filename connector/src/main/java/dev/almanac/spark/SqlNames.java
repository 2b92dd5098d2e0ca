package dev.almanac.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Names of several parts, as SQL writes them.
 *
 * <p>Internal to Spark: its parser, and its rules of quoting.
 */
public final class SqlNames {

  private SqlNames() {}

  /** The parts of a name such as {@code sales.`my orders`}; none where it is no name. */
  public static List<String> parse(String name) {
    try {
      return CollectionConverters.asJava(
          CatalystSqlParser$.MODULE$.parseMultipartIdentifier(name.strip()));
    } catch (Exception e) { // a ParseException, which is a checked one, thrown unchecked
      if (e instanceof ParseException) {
        return List.of();
      }
      throw e;
    }
  }

  /** The name with these parts, in backticks where they need them. */
  public static String quoted(List<String> parts) {
    return String.join(".", parts.stream().map(QuotingUtils::quoteIfNeeded).toList());
  }
}
