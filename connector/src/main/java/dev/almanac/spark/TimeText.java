package dev.almanac.spark;

import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.util.DateFormatter;
import org.apache.spark.sql.catalyst.util.DateFormatter$;
import org.apache.spark.sql.catalyst.util.DateTimeUtils$;
import org.apache.spark.sql.catalyst.util.LegacyDateFormats$;
import org.apache.spark.sql.catalyst.util.TimestampFormatter;
import org.apache.spark.sql.catalyst.util.TimestampFormatter$;
import org.apache.spark.sql.internal.LegacyBehaviorPolicy$;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/**
 * Reads the text of dates or of timestamps as Spark's JSON parser does at the first attempt.
 *
 * <p>Internal: the formatters that the parser makes of its options, and, where there is no format,
 * the functions that those call.
 */
@FunctionalInterface
public interface TimeText {

  /** Instead of a value: the text cannot be read, or only by the parser's further attempts. */
  long NONE = Long.MIN_VALUE;

  /** Days, or microseconds, since 1970; or {@link #NONE}. */
  long parse(UTF8String text);

  /** For a type of dates or of timestamps, inside a task of the session that reads. */
  static TimeText of(DataType type, JSONOptions options) {
    boolean legacy =
        SQLConf.get().legacyTimeParserPolicy().equals(LegacyBehaviorPolicy$.MODULE$.LEGACY());
    if (type instanceof DateType) {
      return options.dateFormatInRead().isEmpty() && !legacy
          ? text -> orNone(DateTimeUtils$.MODULE$.stringToDate(text))
          : dates(options);
    }
    if (type instanceof TimestampType) {
      return options.timestampFormatInRead().isEmpty() && !legacy
          ? text -> orNone(DateTimeUtils$.MODULE$.stringToTimestamp(text, options.zoneId()))
          : timestamps(options);
    }
    return options.timestampNTZFormatInRead().isEmpty() && !legacy
        ? text -> orNone(DateTimeUtils$.MODULE$.stringToTimestampWithoutTimeZone(text, false))
        : localTimestamps(options);
  }

  private static TimeText dates(JSONOptions options) {
    DateFormatter formatter =
        DateFormatter$.MODULE$.apply(
            options.dateFormatInRead(),
            options.locale(),
            LegacyDateFormats$.MODULE$.FAST_DATE_FORMAT(),
            true);
    return orNone(formatter::parse);
  }

  private static TimeText timestamps(JSONOptions options) {
    TimestampFormatter formatter =
        TimestampFormatter$.MODULE$.apply(
            options.timestampFormatInRead(),
            options.zoneId(),
            options.locale(),
            LegacyDateFormats$.MODULE$.FAST_DATE_FORMAT(),
            true);
    return orNone(formatter::parse);
  }

  private static TimeText localTimestamps(JSONOptions options) {
    TimestampFormatter formatter =
        TimestampFormatter$.MODULE$.apply(
            options.timestampNTZFormatInRead(),
            options.zoneId(),
            LegacyDateFormats$.MODULE$.FAST_DATE_FORMAT(),
            true,
            true);
    return orNone(text -> formatter.parseWithoutTimeZone(text, false));
  }

  /** A function that Spark's formatters have, some with checked exceptions. */
  interface Parse {
    long of(String text) throws Exception;
  }

  private static TimeText orNone(Parse parse) {
    return text -> {
      try {
        return parse.of(text.toString());
      } catch (Exception e) { // which of them it was, the parser will say
        return NONE;
      }
    };
  }

  private static long orNone(Option<Object> value) {
    return value.isEmpty() ? NONE : ((Number) value.get()).longValue();
  }
}
