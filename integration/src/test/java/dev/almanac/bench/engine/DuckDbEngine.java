package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * DuckDB in this process, with as many threads as Spark has. It lists in each run, and is told the
 * columns of JSON. Its memory is not the heap, and its requests cannot be seen.
 */
final class DuckDbEngine implements Engine {

  private final SparkSession spark;
  private final SliceFiles files;
  private final int threads;
  private Connection connection;

  DuckDbEngine(SparkSession spark, SliceFiles files, int threads) {
    this.spark = spark;
    this.files = files;
    this.threads = threads;
  }

  @Override
  public Task prepare(Work work) throws SQLException, UnavailableException {
    if (connection == null) {
      connection = connect();
    }
    return new Query(Engine.asked(work).question().put(new Names()));
  }

  private Connection connect() throws SQLException, UnavailableException {
    try {
      Connection opened = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = opened.createStatement()) {
        statement.execute("SET threads = " + threads);
      }
      return opened;
    } catch (SQLException e) {
      if (e.getMessage().contains("No suitable driver")) {
        throw new UnavailableException("its driver is not on the class path: build with -Pbench");
      }
      throw e;
    }
  }

  private final class Names implements Question.Names {

    @Override
    public String slice(Slice slice) {
      String extension = slice.dataSet().extension();
      String globs =
          files.folders(slice).stream()
              .map(folder -> "'" + folder + "/**/*." + extension + "'")
              .collect(Collectors.joining(", ", "[", "]"));
      return extension.equals("parquet")
          ? "read_parquet(" + globs + ")"
          : "read_json(%s, format = 'newline_delimited', columns = %s)"
              .formatted(
                  globs,
                  DuckDbTypes.columns(
                      spark.table(slice.dataSet().in(BenchmarkSession.ALMANAC)).schema()));
    }

    @Override
    public String bytes() {
      return "strlen";
    }
  }

  private final class Query implements Task {

    private final String sql;

    Query(String sql) {
      this.sql = sql;
    }

    @Override
    public Rows rows() throws SQLException {
      return Rows.of(fetch());
    }

    @Override
    public Timing time() throws Exception {
      return Timing.of(this::fetch);
    }

    @Override
    public Account account() {
      return Account.unknown();
    }

    private List<List<Object>> fetch() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        List<List<Object>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<Object> row = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            row.add(result.getObject(column));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
