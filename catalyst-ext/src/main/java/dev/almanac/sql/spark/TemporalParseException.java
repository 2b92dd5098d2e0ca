package dev.almanac.sql.spark;

import dev.almanac.Condition;
import dev.almanac.sql.Fault;

/** A temporal clause that cannot be read. */
public final class TemporalParseException extends ClauseParseException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sql the statement
   * @param fault the clause in it
   */
  TemporalParseException(String sql, Fault fault) {
    super(Condition.INVALID_TEMPORAL_CLAUSE, sql, fault.start(), fault.message(sql));
  }
}
