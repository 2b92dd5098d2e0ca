package dev.almanac.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.orc.OrcConf;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.TypeDescription;
import org.apache.orc.mapred.OrcStruct;
import org.apache.orc.mapreduce.OrcInputFormat;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.datasources.orc.OrcColumnarBatchReader;
import org.apache.spark.sql.execution.datasources.orc.OrcDeserializer;
import org.apache.spark.sql.execution.datasources.orc.OrcFilters;
import org.apache.spark.sql.execution.datasources.orc.OrcUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads slices of ORC files by Spark's vectorised reader.
 *
 * <p>Internal: {@link OrcColumnarBatchReader} and what goes with it, put together as in Spark's
 * {@code OrcFileFormat}. That class lets ORC turn any type into any other, with nulls for what does
 * not fit: text that is no number, numbers that are too great. Here the file's columns are checked
 * first.
 */
public final class OrcReading implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HadoopConf hadoop;
  private final StructType tableColumns;
  private final StructType columns;
  private final Filter[] filters;
  private final boolean batches;
  private final int batchRows;
  private final boolean offHeap;
  private final boolean caseSensitive;
  private final FileColumns fileColumns;

  private OrcReading(
      SparkSession session,
      StructType tableColumns,
      StructType columns,
      List<Filter> filters,
      Configuration hadoop,
      HadoopConfs sent,
      boolean batches,
      FileColumns fileColumns) {
    SQLConf conf = SessionConf.of(session);
    Configuration configuration = new Configuration(hadoop);
    OrcConf.IS_SCHEMA_EVOLUTION_CASE_SENSITIVE.setBoolean(
        configuration, conf.caseSensitiveAnalysis());
    this.hadoop = sent.send(session, configuration);
    this.tableColumns = tableColumns;
    this.columns = columns;
    this.filters = conf.orcFilterPushDown() ? filters.toArray(Filter[]::new) : new Filter[0];
    this.batches = batches;
    this.batchRows = conf.orcVectorizedReaderBatchSize();
    this.offHeap = conf.offHeapColumnVectorEnabled();
    this.caseSensitive = conf.caseSensitiveAnalysis();
    this.fileColumns = fileColumns;
  }

  /**
   * A reader of slices of files.
   *
   * @param tableColumns all columns of the table: files of old Hive have columns without names,
   *     which are these in order
   * @param sent configurations that executors have
   * @param batches whether to give batches; only if {@link SparkFileFormat#columnar} says it can
   */
  public static OrcReading of(
      SparkSession session,
      StructType tableColumns,
      StructType columns,
      List<Filter> filters,
      Configuration hadoop,
      HadoopConfs sent,
      boolean batches,
      FileColumns fileColumns) {
    return new OrcReading(
        session, tableColumns, columns, filters, hadoop, sent, batches, fileColumns);
  }

  /**
   * Opens a slice.
   *
   * @param <T> rows or batches, as asked
   */
  public <T> PartitionReader<T> open(Path path, long start, long length) throws IOException {
    Configuration shared = hadoop.value();
    OrcFile.ReaderOptions options =
        OrcFile.readerOptions(shared).filesystem(path.getFileSystem(shared));
    TypeDescription stored;
    try (Reader footer = OrcFile.createReader(path, options)) { // keeps the tail in the options
      stored = footer.getSchema();
    }
    StructType file = OrcUtils.toCatalystSchema(stored);
    boolean named = !OrcFooters.isUnnamed(file);
    StructType known = named ? file : OrcFooters.named(file, tableColumns);
    fileColumns.toRequest(known, path);
    // Spark compares these to the file's by position, which says nothing where there are names.
    StructType compared = named ? file : tableColumns;
    JobConf job = new JobConf(shared);
    Option<Tuple2<int[], Object>> requested =
        OrcUtils.requestedColumnIds(caseSensitive, compared, columns, stored, job);
    if (requested.isEmpty()) {
      return new RowlessReader<>();
    }
    int[] ids = requested.get()._1();
    String schema =
        OrcUtils.orcResultSchemaString(
            (boolean) requested.get()._2(), tableColumns, columns, new StructType(), job);
    OrcConf.INCLUDE_COLUMNS.setString(
        job,
        Arrays.stream(ids)
            .filter(id -> id >= 0)
            .sorted()
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",")));
    pushFilters(file, known, job);
    TaskAttemptContext context =
        new TaskAttemptContextImpl(
            job, new TaskAttemptID(new TaskID(new JobID(), TaskType.MAP, 0), 0));
    FileSplit split = new FileSplit(path, start, length, new String[0]);
    return batches
        ? vectorized(split, context, options, schema, ids)
        : byRecords(split, context, ids);
  }

  /** ORC compares values in the file's type: only filters on columns of just the table's type. */
  private void pushFilters(StructType file, StructType known, JobConf job) {
    if (filters.length == 0 || !file.equals(known)) {
      return;
    }
    Set<String> alike =
        Arrays.stream(tableColumns.fields())
            .filter(field -> isAlike(field, known))
            .map(StructField::name)
            .collect(Collectors.toSet());
    List<Filter> usable = new ArrayList<>();
    for (Filter filter : filters) {
      if (Arrays.stream(filter.references()).allMatch(name -> isIn(alike, name))) {
        usable.add(filter);
      }
    }
    OrcFilters.createFilter(file, CollectionConverters.asScala(usable).toSeq())
        .foreach(
            argument -> {
              OrcInputFormat.setSearchArgument(job, argument, file.fieldNames());
              return null;
            });
  }

  /** A nested field is alike if the column that it is in is. */
  private static boolean isIn(Set<String> columns, String name) {
    return columns.contains(name)
        || (name.indexOf('.') > 0 && columns.contains(name.substring(0, name.indexOf('.'))));
  }

  private boolean isAlike(StructField column, StructType file) {
    return Arrays.stream(file.fields())
        .anyMatch(
            field ->
                (caseSensitive
                        ? field.name().equals(column.name())
                        : field.name().equalsIgnoreCase(column.name()))
                    && DataType.equalsIgnoreNullability(field.dataType(), column.dataType()));
  }

  private <T> PartitionReader<T> vectorized(
      FileSplit split,
      TaskAttemptContext context,
      OrcFile.ReaderOptions options,
      String schema,
      int[] ids)
      throws IOException {
    OrcColumnarBatchReader reader =
        new OrcColumnarBatchReader(batchRows, offHeap ? MemoryMode.OFF_HEAP : MemoryMode.ON_HEAP);
    try {
      reader.initialize(split, context, options.getOrcTail());
      int[] notConstant = new int[ids.length];
      Arrays.fill(notConstant, -1);
      reader.initBatch(
          TypeDescription.fromString(schema),
          columns.fields(),
          ids,
          notConstant,
          InternalRow.empty());
      return new RecordPartitionReader<>(reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  @SuppressWarnings("unchecked") // rows were asked for
  private <T> PartitionReader<T> byRecords(FileSplit split, TaskAttemptContext context, int[] ids)
      throws IOException {
    RecordReader<?, OrcStruct> reader;
    try {
      reader = new OrcInputFormat<OrcStruct>().createRecordReader(split, context);
    } catch (InterruptedException e) {
      throw SparkErrors.unchecked(e);
    }
    PartitionReader<OrcStruct> records = new RecordPartitionReader<>(reader);
    return (PartitionReader<T>) new Deserialized(records, new OrcDeserializer(columns, ids));
  }

  private record Deserialized(PartitionReader<OrcStruct> records, OrcDeserializer deserializer)
      implements PartitionReader<InternalRow> {

    @Override
    public boolean next() throws IOException {
      return records.next();
    }

    @Override
    public InternalRow get() {
      return deserializer.deserialize(records.get());
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  /** Of a file that old Hive wrote without rows, and without columns. */
  private static final class RowlessReader<T> implements PartitionReader<T> {

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public T get() {
      throw new IllegalStateException("no rows");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
