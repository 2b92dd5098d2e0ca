package dev.almanac.format;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SessionConf;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What a format needs of the driver.
 *
 * @param session the session that reads
 * @param hadoop the session's Hadoop configuration with the store's settings applied
 * @param options the store's options; those that start with a format's name and a dot are the
 *     format's, such as {@code csv.header}; keys match in any case
 */
public record FormatContext(
    SparkSession session, Configuration hadoop, Map<String, String> options) {

  /** How many rows of a text file are looked at to infer its columns, unless the store says. */
  public static final int DEFAULT_SCHEMA_SAMPLE_ROWS = 100_000;

  /** The store option that sets {@link #schemaSampleRows}. */
  public static final String SCHEMA_SAMPLE_ROWS = "schema-sample-rows";

  public FormatContext {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(options);
    options = java.util.Collections.unmodifiableMap(anyCase);
  }

  /** The store's options for a format, such as {@code csv}, without the prefix. */
  public Map<String, String> optionsOf(String format) {
    String prefix = format + ".";
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    options.forEach(
        (key, value) -> {
          if (key.toLowerCase(Locale.ROOT).startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  /** Whether the session takes names that differ in case only for different ones. */
  public boolean caseSensitive() {
    return SessionConf.caseSensitive(session);
  }

  /** The most rows of a text file to look at when inferring its columns; at least one. */
  public int schemaSampleRows() {
    String value = options.get(SCHEMA_SAMPLE_ROWS);
    if (value == null) {
      return DEFAULT_SCHEMA_SAMPLE_ROWS;
    }
    return positive(value)
        .orElseThrow(
            () ->
                AlmanacException.of(
                    Condition.INVALID_OPTION,
                    "Cannot use '%s' for the option %s: it is a number of rows, 1 or more."
                        .formatted(value, SCHEMA_SAMPLE_ROWS)));
  }

  /** Keys only: values, and the configuration's, may be secrets. */
  @Override
  public String toString() {
    return options.keySet().toString();
  }

  private static Optional<Integer> positive(String text) {
    try {
      return Optional.of(Integer.valueOf(text.trim())).filter(n -> n > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
