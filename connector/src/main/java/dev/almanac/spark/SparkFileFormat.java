package dev.almanac.spark;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.orc.OrcFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One of Spark's own file formats.
 *
 * <p>Internal: {@link FileFormat}. It is what {@code spark.read} reads with, vectorised, with
 * filters on row groups and the session's settings for old calendars; the public API offers it only
 * for whole tables of one format, not for single files.
 */
public final class SparkFileFormat {

  private final FileFormat format;

  private SparkFileFormat(FileFormat format) {
    this.format = format;
  }

  public static SparkFileFormat parquet() {
    return new SparkFileFormat(new ParquetFileFormat());
  }

  public static SparkFileFormat orc() {
    return new SparkFileFormat(new OrcFileFormat());
  }

  /**
   * The Avro format of the module {@code spark-avro}.
   *
   * @throws ClassNotFoundException if the module is not on the class path
   */
  public static SparkFileFormat avro() throws ClassNotFoundException {
    // By name: the module is optional, and its class is private to Spark's Scala code.
    Class<?> found =
        Class.forName(
            "org.apache.spark.sql.avro.AvroFileFormat",
            true,
            Thread.currentThread().getContextClassLoader());
    try {
      return new SparkFileFormat((FileFormat) found.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new ClassNotFoundException("spark-avro does not fit this Spark", e);
    }
  }

  /** Whether the format gives these columns as batches, and Spark's plan gains by them. */
  public boolean columnar(SparkSession session, StructType columns) {
    return columnarPlan(session, columns) && format.supportBatch(session, columns);
  }

  /** Whether Spark's plan gains by batches: by its rules, only where it compiles whole stages. */
  public static boolean columnarPlan(SparkSession session, StructType columns) {
    SQLConf conf = SessionConf.of(session);
    return conf.wholeStageEnabled() && !WholeStageCodegenExec.isTooManyFields(conf, columns);
  }

  /**
   * A reader of slices of files.
   *
   * @param columnar whether the reader is to give batches; only if {@link #columnar} says it can
   */
  public SparkFileReader reader(
      SparkSession session,
      StructType tableSchema,
      StructType readSchema,
      List<Filter> filters,
      Map<String, String> options,
      Configuration hadoop,
      boolean columnar) {
    Map<String, String> all = new java.util.HashMap<>(options);
    all.put(FileFormat.OPTION_RETURNING_BATCH(), String.valueOf(columnar));
    Function1<PartitionedFile, Iterator<InternalRow>> read =
        format.buildReaderWithPartitionValues(
            session,
            tableSchema,
            new StructType(),
            readSchema,
            CollectionConverters.asScala(filters).toSeq(),
            scalaMap(all),
            new Configuration(hadoop)); // Spark writes into it
    return new SparkFileReader(read);
  }

  private static scala.collection.immutable.Map<String, String> scalaMap(
      Map<String, String> values) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(values));
  }
}
