package dev.almanac.sql.spark;

import dev.almanac.Condition;
import dev.almanac.sql.Fault;
import dev.almanac.sql.TextPosition;
import java.util.Map;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.Some;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A temporal clause that cannot be read. It is Spark's {@link ParseException}, so that PySpark and
 * Connect clients see one too; but that composes its message from Spark's own list of conditions,
 * in which ours is not.
 */
public final class TemporalParseException extends ParseException {

  private static final Condition CONDITION = Condition.INVALID_TEMPORAL_CLAUSE;

  private final String sql;
  private final TextPosition place;
  private final String reason;

  /**
   * @param sql the statement
   * @param fault the clause in it
   */
  TemporalParseException(String sql, Fault fault) {
    super(
        new Some<>(sql),
        Positions.origin(TextPosition.of(sql, fault.start())),
        "PARSE_SYNTAX_ERROR",
        scala.collection.immutable.Map.from(
            CollectionConverters.asScala(Map.of("error", fault.message(sql), "hint", ""))),
        new QueryContext[0]);
    this.sql = sql;
    this.place = TextPosition.of(sql, fault.start());
    this.reason = fault.message(sql);
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
    return "[" + CONDITION.id() + "] " + reason + " SQLSTATE: " + CONDITION.sqlState();
  }

  @Override
  public String getCondition() {
    return CONDITION.id();
  }

  @Override
  public String getSqlState() {
    return CONDITION.sqlState();
  }

  @Override
  public Map<String, String> getMessageParameters() {
    return Map.of("message", reason);
  }

  /** Another extension's parser names the statement so, which is known here already. */
  @Override
  public ParseException withCommand(String command) {
    return this;
  }
}
