package dev.almanac.spark;

import com.univocity.parsers.csv.CsvParser;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.csv.CSVExprUtils;
import org.apache.spark.sql.catalyst.csv.CSVHeaderChecker;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.csv.UnivocityParser;
import org.apache.spark.sql.execution.datasources.csv.CSVUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;

/**
 * The rules by which one delimited file is written, all known.
 *
 * <p>Internal: {@link UnivocityParser} and what goes with it, see {@link CsvText}.
 */
public final class CsvDialect {

  private final CSVOptions options;
  private final boolean caseSensitive;

  CsvDialect(CSVOptions options, boolean caseSensitive) {
    this.options = options;
    this.caseSensitive = caseSensitive;
  }

  /** Whether the first record holds the names of the columns. */
  public boolean header() {
    return options.headerFlag();
  }

  /** The values of the first record of a text; none, if it has no record. */
  public List<String> firstRecord(String text) {
    CsvParser parser = new CsvParser(options.asParserSettings());
    parser.beginParsing(new StringReader(text));
    try {
      String[] record = parser.parseNext();
      return record == null ? List.of() : java.util.Arrays.asList(record);
    } finally {
      parser.stopParsing();
    }
  }

  /**
   * The names of the columns: those in the first record, if that is a header, with numbers behind
   * those that occur twice; else {@code _c0}, {@code _c1}, ...
   */
  public List<String> names(List<String> firstRecord) {
    return List.of(
        CSVUtils.makeSafeHeader(firstRecord.toArray(String[]::new), caseSensitive, options));
  }

  /** Finds the types of columns of these names; inside {@link SessionConf#with}. */
  public CsvInference inference(List<String> names) {
    return new CsvInference(options, names);
  }

  /**
   * Reads a text, from its first byte, into rows.
   *
   * @param file all columns of the file
   * @param parsed the columns to parse, which the file has
   * @param returned those, and the column for corrupt records if it is wanted
   */
  public Iterator<InternalRow> rows(
      InputStream text,
      StructType file,
      StructType parsed,
      StructType returned,
      List<String> firstRecord) {
    return UnivocityParser.parseStream(
        text, parser(file, parsed), headerChecker(parsed, file, firstRecord), returned);
  }

  /**
   * Reads lines into rows.
   *
   * @param startOfFile whether these are the first lines of the file
   */
  public Iterator<InternalRow> rows(
      Iterator<String> lines,
      boolean startOfFile,
      StructType file,
      StructType parsed,
      StructType returned) {
    if (startOfFile && header()) {
      CSVExprUtils.extractHeader(lines, options);
    }
    // Told that it is not the start of the file, the checker leaves the lines alone.
    CSVHeaderChecker checker = new CSVHeaderChecker(file, options, "", false);
    return UnivocityParser.parseIterator(lines, parser(file, parsed), checker, returned);
  }

  private UnivocityParser parser(StructType file, StructType parsed) {
    return new UnivocityParser(file, parsed, options);
  }

  /**
   * What skips the header, and would warn of names that are not as expected: they are, for columns
   * are matched by name.
   */
  private CSVHeaderChecker headerChecker(
      StructType parsed, StructType file, List<String> firstRecord) {
    StructType expected = new StructType();
    if (options.isColumnPruningEnabled(parsed) && parsed.length() < file.length()) {
      for (String name : parsed.fieldNames()) {
        expected = expected.add(firstRecord.get(file.fieldIndex(name)), DataTypes.StringType);
      }
    } else {
      for (String name : firstRecord) {
        expected = expected.add(name, DataTypes.StringType);
      }
    }
    return new CSVHeaderChecker(expected, options, "", true);
  }
}
