package dev.almanac.format;

import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.HadoopConfs;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Option;
import java.util.Map;
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
 * @param sent the store's configurations that executors have
 */
public record FormatContext(
    SparkSession session, Configuration hadoop, Map<String, String> options, HadoopConfs sent) {

  public FormatContext {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(options);
    options = java.util.Collections.unmodifiableMap(anyCase);
  }

  /**
   * What the store sets for a format, without the format's name before it.
   *
   * @param declared a group such as {@code csv.*}, or single options
   */
  public Map<String, String> optionsOf(Option... declared) {
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Option option : declared) {
      int behind = option.key().indexOf('.') + 1;
      options.forEach(
          (key, value) -> {
            if (option.matches(key)) {
              found.put(key.substring(behind), value);
            }
          });
    }
    return found;
  }

  /** The Hadoop configuration, for executors. */
  public HadoopConf hadoopForExecutors() {
    return sent.send(session, hadoop);
  }

  /** Whether the session takes names that differ in case only for different ones. */
  public boolean caseSensitive() {
    return SessionConf.caseSensitive(session);
  }

  /** The most rows of a text file to look at when inferring its columns; at least one. */
  public int schemaSampleRows() {
    String key = DatasetOptions.SCHEMA_SAMPLE_ROWS.key();
    return Integer.parseInt(
        options.getOrDefault(key, DatasetOptions.SCHEMA_SAMPLE_ROWS.defaultValue()));
  }

  /** Keys only: values, and the configuration's, may be secrets. */
  @Override
  public String toString() {
    return options.keySet().toString();
  }
}
