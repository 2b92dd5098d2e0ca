package dev.almanac.sql.spark;

import dev.almanac.Condition;
import dev.almanac.sql.Fault;
import dev.almanac.sql.NameWithClause;

/** A temporal clause that cannot be read, or stands where none can. */
public final class TemporalParseException extends ClauseParseException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sql the statement
   * @param fault the clause in it
   */
  TemporalParseException(String sql, Fault fault) {
    super(Condition.INVALID_TEMPORAL_CLAUSE, sql, fault.start(), fault.message(sql));
  }

  /**
   * @param name a table's name with a clause behind it
   */
  TemporalParseException(NameWithClause name) {
    super(Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE, name.text(), name.start(), name.message());
  }
}
