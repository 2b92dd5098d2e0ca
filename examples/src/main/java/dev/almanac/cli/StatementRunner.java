package dev.almanac.cli;

import dev.almanac.AlmanacException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs statements one after another and writes what they return.
 *
 * @param explain whether to show how Spark would run them instead
 * @param status shows what they do
 */
record StatementRunner(
    SparkSession spark, ResultWriter writer, boolean explain, StatusLine status) {

  private static final Pattern EXPLAINS = Pattern.compile("(?is)EXPLAIN\\b.*");

  /**
   * Runs one statement.
   *
   * @param before what to write before its result
   * @param messages is told that the limit kept rows back
   * @return what was written, or nothing where the statement returns nothing
   */
  Optional<ResultWriter.Written> run(
      String statement, String before, Appendable out, Appendable messages) throws IOException {
    status.begin();
    ResultWriter.Written written;
    try {
      Dataset<Row> result = query(statement);
      if (result.schema().isEmpty()) {
        return Optional.empty();
      }
      out.append(before);
      written = writer.write(result, status.before(out));
    } finally {
      status.end();
    }
    if (written.more()) {
      messages.append(
          "… more rows: the first %,d are shown (--limit 0 shows all)%n".formatted(written.rows()));
    }
    return Optional.of(written);
  }

  /** Runs the statements and saves what the last of them returns. */
  void saveLast(List<String> statements, Path file) throws IOException {
    int last = statements.size() - 1;
    status.begin();
    try {
      statements.subList(0, last).forEach(this::query);
      ParquetFile.write(query(statements.get(last)), file);
    } finally {
      status.end();
    }
  }

  /** The statement as Spark has understood it; commands have run by then. */
  private Dataset<Row> query(String statement) {
    boolean asked = explain && !EXPLAINS.matcher(statement).matches();
    try {
      return spark.sql(asked ? "EXPLAIN FORMATTED\n" + statement : statement);
    } catch (Exception e) { // AnalysisException among them, which is a checked one
      throw AlmanacException.unchecked(NameHint.about(e, spark));
    }
  }
}
