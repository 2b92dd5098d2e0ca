package dev.almanac.sql.spark;

import dev.almanac.Condition;
import dev.almanac.Installation;
import org.apache.spark.sql.internal.SQLConf;

/** A temporal clause in a session that was started without the extension which reads it. */
public final class MissingExtensionException extends ClauseParseException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sql the statement
   * @param start of the clause in it
   */
  MissingExtensionException(String sql, int start) {
    super(
        Condition.MISCONFIGURED,
        sql,
        start,
        "Cannot read the clause "
            + sql.substring(start).lines().findFirst().orElse("").strip()
            + ": this session was started without Almanac's SQL extension. "
            + Installation.addExtension(SQLConf.get().getConfString("spark.sql.extensions", ""))
            + " Without it, VERSION AS OF '2022-05-01' says the same.");
  }
}
