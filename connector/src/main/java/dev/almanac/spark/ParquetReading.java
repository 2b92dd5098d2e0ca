package dev.almanac.spark;

import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.parquet.hadoop.ParquetRecordReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.catalyst.util.RebaseDateTime.RebaseSpec;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.datasources.DataSourceUtils;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFilters;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Reads slices of Parquet files by Spark's vectorised reader.
 *
 * <p>Internal: {@link VectorizedParquetRecordReader} and what goes with it, put together as in
 * Spark's {@code ParquetFileFormat}. That class itself decides which columns to ask for before it
 * has seen the file, so that it cuts 32-bit numbers to 16 bits where an older file had more, and
 * fails on a column that has no values yet; here the file's footer is asked first, in the same
 * open.
 */
public final class ParquetReading implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HadoopConf hadoop;
  private final ParquetSettings settings;
  private final StructType columns;
  private final Filter[] filters;
  private final boolean batches;
  private final FileColumns fileColumns;

  /** What was found out about the last file: the files of a dataset are mostly alike. */
  private transient volatile KnownFile last;

  /**
   * A file, and what Parquet is to look up in order to read it: never changed, as readers of other
   * files share it. A copy of Hadoop's thousand settings takes longer than to read a small file.
   */
  private record KnownFile(FileMetaData file, JobConf settings) {

    boolean isLike(FileMetaData other) {
      return file.getSchema().equals(other.getSchema())
          && file.getKeyValueMetaData().equals(other.getKeyValueMetaData());
    }
  }

  private ParquetReading(
      HadoopConf hadoop,
      ParquetSettings settings,
      StructType columns,
      List<Filter> filters,
      boolean batches,
      FileColumns fileColumns) {
    this.hadoop = hadoop;
    this.settings = settings;
    this.columns = columns;
    this.filters = filters.toArray(Filter[]::new);
    this.batches = batches;
    this.fileColumns = fileColumns;
  }

  /**
   * A reader of slices of files.
   *
   * @param sent configurations that executors have
   * @param batches whether to give batches; only if {@link SparkFileFormat#columnar} says it can
   */
  public static ParquetReading of(
      SparkSession session,
      StructType columns,
      List<Filter> filters,
      Map<String, String> options,
      Configuration hadoop,
      HadoopConfs sent,
      boolean batches,
      FileColumns fileColumns) {
    return new ParquetReading(
        sent.send(session, ParquetSettings.configuration(hadoop, session)),
        ParquetSettings.of(session, columns, options),
        columns,
        filters,
        batches,
        fileColumns);
  }

  /**
   * Opens a slice.
   *
   * @param <T> rows or batches, as asked
   */
  public <T> PartitionReader<T> open(Path path, long start, long length, long fileLength)
      throws IOException {
    HadoopInputFile file =
        HadoopInputFile.fromStatus(
            new FileStatus(fileLength, false, 0, 0, 0, path), hadoop.value());
    ParquetReadOptions range =
        HadoopReadOptions.builder(hadoop.value(), path).withRange(start, start + length).build();
    SeekableInputStream in = file.newStream();
    boolean handedOver = false;
    try {
      ParquetMetadata footer;
      try (ParquetFileReader reader = ParquetFileReader.open(file, range, in)) {
        footer = reader.getFooter();
        reader.detachFileInputStream();
      }
      TaskAttemptContextImpl context = context(footer.getFileMetaData(), path);
      FileSplit split = new FileSplit(path, start, length, new String[0]);
      if (settings.vectorized()) {
        handedOver = true; // from here on, the reader closes it
        return vectorized(split, context, file, in, footer);
      }
      return byRecords(split, context, footer.getFileMetaData());
    } finally {
      if (!handedOver) {
        in.close();
      }
    }
  }

  private TaskAttemptContextImpl context(FileMetaData file, Path path) {
    TaskAttemptID id = new TaskAttemptID(new TaskID(new JobID(), TaskType.MAP, 0), 0);
    KnownFile known = last;
    if (known == null || !known.isLike(file)) {
      known = new KnownFile(file, settings(file, path));
      last = known;
    }
    return new TaskAttemptContextImpl(known.settings(), id);
  }

  private JobConf settings(FileMetaData file, Path path) {
    JobConf job = new JobConf(hadoop.value());
    StructType found =
        ParquetFooters.columns(file, columns, settings.caseSensitive(), hadoop.value());
    ParquetSettings.request(job, fileColumns.toRequest(found, path));
    filter(file).ifPresent(filter -> ParquetInputFormat.setFilterPredicate(job, filter));
    return job;
  }

  private Optional<FilterPredicate> filter(FileMetaData file) {
    if (!settings.pushFilters() || filters.length == 0) {
      return Optional.empty();
    }
    ParquetFilters parquet =
        new ParquetFilters(
            file.getSchema(),
            settings.pushDates(),
            settings.pushTimestamps(),
            settings.pushDecimals(),
            settings.pushStrings(),
            settings.inFilterThreshold(),
            settings.caseSensitive(),
            datetimeRebase(file));
    FilterPredicate all = null;
    for (Filter filter : filters) {
      Option<FilterPredicate> one = parquet.createFilter(filter);
      if (one.isDefined()) {
        all = all == null ? one.get() : FilterApi.and(all, one.get());
      }
    }
    return Optional.ofNullable(all);
  }

  @SuppressWarnings("unchecked") // batches, as asked
  private <T> PartitionReader<T> vectorized(
      FileSplit split,
      TaskAttemptContextImpl context,
      HadoopInputFile file,
      SeekableInputStream in,
      ParquetMetadata footer)
      throws IOException {
    FileMetaData metadata = footer.getFileMetaData();
    RebaseSpec datetime = datetimeRebase(metadata);
    RebaseSpec int96 = int96Rebase(metadata);
    VectorizedParquetRecordReader reader =
        new VectorizedParquetRecordReader(
            int96Zone(metadata).orElse(null), // null: Spark's sign for no conversion
            datetime.mode().toString(),
            datetime.timeZone(),
            int96.mode().toString(),
            int96.timeZone(),
            settings.offHeap() && TaskContext.get() != null,
            settings.batchRows());
    try {
      reader.initialize(split, context, Option.apply(file), Option.apply(in), Option.apply(footer));
      reader.initBatch(new StructType(), InternalRow.empty());
      if (batches) {
        reader.enableReturningBatches();
        return (PartitionReader<T>) new DictionaryBatches(new RecordPartitionReader<>(reader));
      }
      return new RecordPartitionReader<>(reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      in.close();
      throw e;
    } catch (InterruptedException e) {
      reader.close();
      throw SparkErrors.unchecked(e);
    }
  }

  private <T> PartitionReader<T> byRecords(
      FileSplit split, TaskAttemptContextImpl context, FileMetaData file) throws IOException {
    ParquetReadSupport support =
        new ParquetReadSupport(
            Option.apply(int96Zone(file).orElse(null)),
            false,
            datetimeRebase(file),
            int96Rebase(file));
    Optional<FilterPredicate> filter = settings.filterRecords() ? filter(file) : Optional.empty();
    RecordReader<Void, InternalRow> reader =
        filter.isPresent()
            ? new ParquetRecordReader<>(support, FilterCompat.get(filter.get(), null))
            : new ParquetRecordReader<>(support);
    try {
      reader.initialize(split, context);
      return new RecordPartitionReader<>(reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    } catch (InterruptedException e) {
      reader.close();
      throw SparkErrors.unchecked(e);
    }
  }

  private RebaseSpec datetimeRebase(FileMetaData file) {
    return DataSourceUtils.datetimeRebaseSpec(
        file.getKeyValueMetaData()::get, settings.datetimeRebaseMode());
  }

  private RebaseSpec int96Rebase(FileMetaData file) {
    return DataSourceUtils.int96RebaseSpec(
        file.getKeyValueMetaData()::get, settings.int96RebaseMode());
  }

  /** The zone that INT96 timestamps are converted to, as Spark can be set for Impala's files. */
  private Optional<ZoneId> int96Zone(FileMetaData file) {
    boolean byParquetJava =
        file.getCreatedBy() != null && file.getCreatedBy().startsWith("parquet-mr");
    return settings.convertInt96() && !byParquetJava
        ? Optional.of(
            DateTimeUtils.getZoneId(hadoop.value().get(SQLConf.SESSION_LOCAL_TIMEZONE().key())))
        : Optional.empty();
  }
}
