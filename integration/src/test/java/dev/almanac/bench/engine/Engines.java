package dev.almanac.bench.engine;

import dev.almanac.bench.data.BenchmarkData;
import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.data.TableFormats;
import dev.almanac.bench.scenario.Contender;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The engines of all contenders. */
public final class Engines implements AutoCloseable {

  private final Map<Contender, Engine> engines = new EnumMap<>(Contender.class);
  private final Engine processes = new ProcessEngine();
  private final SparkSession spark;
  private final BenchmarkData data;

  /**
   * @param python the folder for Python's virtual environment, which is made when it is needed
   */
  public Engines(SparkSession spark, BenchmarkData data, Path python) {
    this.spark = spark;
    this.data = data;
    TableFormats tables = new TableFormats(spark, data);
    SliceFiles files = new SliceFiles(data);
    PythonHome home = new PythonHome(python);
    int threads = spark.sparkContext().defaultParallelism();
    Engine almanac = new AlmanacEngine(spark);
    for (Contender contender : Contender.values()) {
      if (contender.isOurs()) {
        engines.put(contender, almanac);
      }
    }
    engines.put(Contender.SPARK, new SparkFilesEngine(spark, files));
    engines.put(Contender.ICEBERG, new TableEngine(spark, iceberg(tables)));
    engines.put(Contender.DELTA, new TableEngine(spark, delta(tables)));
    engines.put(Contender.DUCKDB, new DuckDbEngine(spark, files, threads));
    engines.put(Contender.LISTING, new ListingEngine(spark, files));
    engines.put(
        Contender.POLARS,
        new PythonEngine(home, "polars", PythonNames.polars(files), data.root(), threads));
    engines.put(
        Contender.OPTERYX,
        new PythonEngine(home, "opteryx", PythonNames.opteryx(data), data.root(), threads));
  }

  /**
   * Makes a contender's work ready, its data included.
   *
   * @throws UnavailableException where this machine lacks what is needed
   */
  public Task prepare(Contender contender, Work work) throws Exception {
    for (DataSet dataSet : work.dataSets()) {
      data.make(spark, dataSet);
    }
    Engine engine = work instanceof Work.Start ? processes : engines.get(contender);
    return engine.prepare(work);
  }

  private static TableEngine.Tables iceberg(TableFormats tables) {
    return new TableEngine.Tables() {
      @Override
      public String name(DataSet dataSet) {
        return tables.iceberg(dataSet);
      }

      @Override
      public void make(DataSet dataSet) throws IOException {
        tables.makeIceberg(dataSet);
      }
    };
  }

  private static TableEngine.Tables delta(TableFormats tables) {
    return new TableEngine.Tables() {
      @Override
      public String name(DataSet dataSet) {
        return tables.delta(dataSet);
      }

      @Override
      public void make(DataSet dataSet) throws IOException {
        tables.makeDelta(dataSet);
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (Engine engine : engines.values()) {
      engine.close();
    }
  }
}
