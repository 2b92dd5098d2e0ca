package dev.almanac.spark;

import java.io.Serializable;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOptions;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.ParquetUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The session's settings that reading Parquet depends on, as Spark's {@code ParquetFileFormat}
 * takes them along to the executors.
 */
record ParquetSettings(
    boolean vectorized,
    boolean offHeap,
    int batchRows,
    boolean filterRecords,
    boolean convertInt96,
    boolean pushFilters,
    boolean pushDates,
    boolean pushTimestamps,
    boolean pushDecimals,
    boolean pushStrings,
    int inFilterThreshold,
    boolean caseSensitive,
    String datetimeRebaseMode,
    String int96RebaseMode)
    implements Serializable {

  static ParquetSettings of(SparkSession session, StructType columns, Map<String, String> options) {
    SQLConf conf = SessionConf.of(session);
    ParquetOptions parquet =
        new ParquetOptions(
            scala.collection.immutable.Map.from(CollectionConverters.asScala(options)), conf);
    return new ParquetSettings(
        ParquetUtils.isBatchReadSupportedForSchema(conf, columns),
        conf.offHeapColumnVectorEnabled(),
        conf.parquetVectorizedReaderBatchSize(),
        conf.parquetRecordFilterEnabled(),
        conf.isParquetINT96TimestampConversion(),
        conf.parquetFilterPushDown(),
        conf.parquetFilterPushDownDate(),
        conf.parquetFilterPushDownTimestamp(),
        conf.parquetFilterPushDownDecimal(),
        conf.parquetFilterPushDownStringPredicate(),
        conf.parquetFilterPushDownInFilterThreshold(),
        conf.caseSensitiveAnalysis(),
        parquet.datetimeRebaseModeInRead(),
        parquet.int96RebaseModeInRead());
  }

  /** A configuration with what Spark's Parquet classes look up in it, but for the columns. */
  static Configuration configuration(Configuration hadoop, SparkSession session) {
    SQLConf conf = SessionConf.of(session);
    Configuration result = new Configuration(hadoop);
    result.set(ParquetInputFormat.READ_SUPPORT_CLASS, ParquetReadSupport.class.getName());
    result.set(SQLConf.SESSION_LOCAL_TIMEZONE().key(), conf.sessionLocalTimeZone());
    set(result, SQLConf.NESTED_SCHEMA_PRUNING_ENABLED().key(), conf.nestedSchemaPruningEnabled());
    set(result, SQLConf.CASE_SENSITIVE().key(), conf.caseSensitiveAnalysis());
    set(result, SQLConf.PARQUET_BINARY_AS_STRING().key(), conf.isParquetBinaryAsString());
    set(result, SQLConf.PARQUET_INT96_AS_TIMESTAMP().key(), conf.isParquetINT96AsTimestamp());
    set(
        result,
        SQLConf.PARQUET_INFER_TIMESTAMP_NTZ_ENABLED().key(),
        conf.parquetInferTimestampNTZEnabled());
    set(result, SQLConf.LEGACY_PARQUET_NANOS_AS_LONG().key(), conf.legacyParquetNanosAsLong());
    return result;
  }

  private static void set(Configuration configuration, String key, boolean value) {
    configuration.setBoolean(key, value);
  }

  /** Says which columns to read. */
  static void request(Configuration configuration, StructType columns) {
    configuration.set(ParquetReadSupport.SPARK_ROW_REQUESTED_SCHEMA(), columns.json());
  }
}
