package dev.almanac.spark;

import com.univocity.parsers.csv.CsvParser;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.csv.CSVExprUtils;
import org.apache.spark.sql.catalyst.csv.CSVInferSchema;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;

/**
 * Finds the types of the columns of delimited text as {@code spark.read.csv} does, but without a
 * Spark job.
 *
 * <p>Internal: {@link CSVInferSchema}, for its rules of which text is of which type.
 */
public final class CsvInference {

  private final CSVOptions options;
  private final List<String> names;
  private final CSVInferSchema rules;
  private final CsvParser parser;
  private DataType[] types;

  CsvInference(CSVOptions options, List<String> names) {
    this.options = options;
    this.names = names;
    this.rules = new CSVInferSchema(options);
    this.parser = new CsvParser(options.asParserSettings());
    this.types = new DataType[names.size()];
    Arrays.fill(types, options.inferSchemaFlag() ? DataTypes.NullType : DataTypes.StringType);
  }

  /** Takes a text into account, up to a number of records. */
  public void add(InputStream text, int most) {
    parser.beginParsing(text, options.charset());
    try {
      if (options.headerFlag()) {
        parser.parseNext();
      }
      String[] record = null;
      for (int count = 0; count < most && (record = parser.parseNext()) != null; count++) {
        add(record);
      }
    } finally {
      parser.stopParsing();
    }
  }

  /** Takes the first lines of a file into account, up to a number of records. */
  public void add(Iterator<String> lines, int most) {
    if (options.headerFlag()) {
      CSVExprUtils.extractHeader(lines, options);
    }
    Iterator<String> records = CSVExprUtils.filterCommentAndEmpty(lines, options);
    for (int count = 0; count < most && records.hasNext(); count++) {
      add(parser.parseLine(records.next()));
    }
  }

  private void add(String[] record) {
    if (record != null && options.inferSchemaFlag()) {
      types = rules.inferRowType(types, record);
    }
  }

  /** The columns, in the order of the file; those without a value are strings. */
  public StructType columns() {
    return new StructType(rules.toStructFields(types, names.toArray(String[]::new)));
  }
}
