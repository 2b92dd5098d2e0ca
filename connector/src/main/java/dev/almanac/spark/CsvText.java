package dev.almanac.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.util.DropMalformedMode$;
import org.apache.spark.sql.internal.SQLConf;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Delimited text by Spark's own parser, with the options of {@code spark.read.csv} but other
 * defaults: {@code header}, {@code inferSchema} and {@code multiLine} are true, and {@code escape}
 * is found out per file, see {@link #dialect}.
 *
 * <p>Internal: {@link CSVOptions} and the parser that takes it, so that values, modes and corrupt
 * records come out as from {@code spark.read.csv}. Its public face takes paths, opens them by
 * itself, and matches columns by position.
 */
public final class CsvText implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CSVOptions doubledQuotes;
  private final CSVOptions backslashes;
  private final boolean caseSensitive;

  private CsvText(CSVOptions doubledQuotes, CSVOptions backslashes, boolean caseSensitive) {
    this.doubledQuotes = doubledQuotes;
    this.backslashes = backslashes;
    this.caseSensitive = caseSensitive;
  }

  /**
   * With options of {@code spark.read.csv}, and the session's settings.
   *
   * @param delimiter unless the options have one
   */
  public static CsvText of(SparkSession session, Map<String, String> options, String delimiter) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put(CSVOptions.HEADER(), "true");
    all.put(CSVOptions.INFER_SCHEMA(), "true");
    all.put(CSVOptions.MULTI_LINE(), "true");
    if (!options.containsKey(CSVOptions.SEP()) && !options.containsKey(CSVOptions.DELIMITER())) {
      all.put(CSVOptions.SEP(), delimiter);
    }
    all.putAll(options);
    SQLConf conf = SessionConf.of(session);
    return SessionConf.with(
        session,
        () -> {
          CSVOptions asGiven = csvOptions(all, conf);
          boolean escapeGiven = all.containsKey(CSVOptions.ESCAPE());
          if (!escapeGiven) {
            all.put(CSVOptions.ESCAPE(), String.valueOf(asGiven.quote()));
          }
          return new CsvText(
              csvOptions(all, conf), asGiven, conf.caseSensitiveAnalysis()); // given: the same
        });
  }

  private static CSVOptions csvOptions(Map<String, String> options, SQLConf conf) {
    return new CSVOptions(
        scala.collection.immutable.Map.from(CollectionConverters.asScala(options)),
        conf.csvColumnPruning(),
        conf.sessionLocalTimeZone(),
        conf.columnNameOfCorruptRecord());
  }

  /** Whether a quoted value may hold line ends. */
  public boolean multiLine() {
    return doubledQuotes.multiLine();
  }

  /** What ends a line, if the options say. */
  public Optional<byte[]> lineSeparator() {
    return doubledQuotes.lineSeparatorInRead().isDefined()
        ? Optional.of(doubledQuotes.lineSeparatorInRead().get())
        : Optional.empty();
  }

  /** The column that takes the text of records that do not parse, if a schema has it. */
  public String corruptColumn() {
    return doubledQuotes.columnNameOfCorruptRecord();
  }

  /** Whether records that do not parse are left out. */
  public boolean dropsMalformed() {
    return doubledQuotes.parseMode() == DropMalformedMode$.MODULE$;
  }

  /** The name of the encoding. */
  public String charset() {
    return doubledQuotes.charset();
  }

  /** Whether names that differ in case only are different columns. */
  public boolean caseSensitive() {
    return caseSensitive;
  }

  /**
   * How a file writes a quote inside a quoted value, unless the option {@code escape} says:
   * doubled, as RFC 4180 has it and nearly everyone writes, or after a backslash, as Spark writes.
   * The latter only if the beginning of the file does not follow the RFC, and does make sense with
   * backslashes.
   *
   * @param sample the beginning of the file
   * @param whole whether that is all of the file
   */
  public CsvDialect dialect(String sample, boolean whole) {
    boolean backslash =
        doubledQuotes.escape() != backslashes.escape()
            && !wellFormed(sample, whole, doubledQuotes)
            && wellFormed(sample, whole, backslashes);
    return new CsvDialect(backslash ? backslashes : doubledQuotes, caseSensitive);
  }

  private static boolean wellFormed(String sample, boolean whole, CSVOptions options) {
    return new QuotedText(options.delimiter(), options.quote(), options.escape())
        .wellFormed(sample, whole);
  }
}
