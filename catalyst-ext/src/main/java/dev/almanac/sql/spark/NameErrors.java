package dev.almanac.sql.spark;

import dev.almanac.sql.NameWithClause;
import java.time.ZoneId;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.internal.SQLConf;

/** Why a text is no table's name: where it is one with a clause, what to write instead. */
final class NameErrors {

  private NameErrors() {}

  /**
   * The error to throw.
   *
   * @param refused the other parser's error
   */
  static ParseException of(String text, ParseException refused) {
    ZoneId zone = ZoneId.of(SQLConf.get().sessionLocalTimeZone(), ZoneId.SHORT_IDS);
    return NameWithClause.in(text, zone)
        .<ParseException>map(TemporalParseException::new)
        .orElse(refused);
  }
}
