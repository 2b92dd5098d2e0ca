package dev.almanac.sql.spark;

import dev.almanac.Condition;
import dev.almanac.spark.ErrorConditions;
import dev.almanac.sql.TextPosition;
import java.util.Map;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.Some;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A statement that cannot be read because of a temporal clause in it. It is Spark's {@link
 * ParseException}, so that PySpark and Connect clients see one too; but that composes its message
 * from Spark's own list of conditions, in which ours are not.
 */
public abstract sealed class ClauseParseException extends ParseException
    permits TemporalParseException, MissingExtensionException {

  private static final long serialVersionUID = 1L;

  static {
    ErrorConditions.add();
  }

  private final Condition condition;
  private final String sql;
  private final TextPosition place;
  private final String reason;

  /**
   * @param sql the statement
   * @param start where the clause is in it
   * @param reason a whole message
   */
  ClauseParseException(Condition condition, String sql, int start, String reason) {
    super(
        new Some<>(sql),
        Positions.origin(TextPosition.of(sql, start)),
        "PARSE_SYNTAX_ERROR",
        scala.collection.immutable.Map.from(
            CollectionConverters.asScala(Map.of("error", reason, "hint", ""))),
        new QueryContext[0]);
    this.condition = condition;
    this.sql = sql;
    this.place = TextPosition.of(sql, start);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    StringBuilder message = new StringBuilder("\n").append(getSimpleMessage());
    message.append(" (line ").append(place.line()).append(", pos ").append(place.column());
    message.append(")\n\n== SQL ==\n");
    String[] lines = sql.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      message.append(lines[i]).append('\n');
      if (i + 1 == place.line()) {
        message.append("-".repeat(place.column())).append("^^^\n");
      }
    }
    return message.toString();
  }

  @Override
  public String getSimpleMessage() {
    return "[" + condition.id() + "] " + reason + " SQLSTATE: " + condition.sqlState();
  }

  @Override
  public String getCondition() {
    return condition.id();
  }

  @Override
  public String getSqlState() {
    return condition.sqlState();
  }

  @Override
  public Map<String, String> getMessageParameters() {
    return Map.of(ErrorConditions.MESSAGE, reason);
  }

  @Override
  public String getDefaultMessageTemplate() {
    return ErrorConditions.TEMPLATE;
  }

  /** Another extension's parser names the statement so, which is known here already. */
  @Override
  public ParseException withCommand(String command) {
    return this;
  }
}
