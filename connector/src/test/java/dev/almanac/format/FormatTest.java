package dev.almanac.format;

import dev.almanac.spark.HadoopConfs;
import dev.almanac.testing.PlainDisk;
import dev.almanac.testing.SparkTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** A test of file formats: reads single files as the executors would, without a plan. */
public abstract class FormatTest extends SparkTest {

  @TempDir protected Path folder;

  protected static FormatContext context(String... options) {
    Map<String, String> map = new java.util.HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return new FormatContext(
        spark(), spark().sparkContext().hadoopConfiguration(), map, new HadoopConfs());
  }

  /** A file, whole, as a listing gives it. */
  protected static FileSlice slice(Path file) {
    try {
      return FileSlice.whole(
          new org.apache.hadoop.fs.Path(file.toUri()).toUri().toString(),
          Files.size(file),
          Files.getLastModifiedTime(file).toMillis(),
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Slices that cover a file, cut at these positions. */
  protected static List<FileSlice> slices(Path file, long... cuts) {
    FileSlice whole = slice(file);
    List<FileSlice> slices = new ArrayList<>();
    long start = 0;
    for (long cut : cuts) {
      slices.add(part(whole, start, cut));
      start = cut;
    }
    slices.add(part(whole, start, whole.length()));
    return slices;
  }

  private static FileSlice part(FileSlice whole, long start, long end) {
    return whole.part(start, end - start);
  }

  protected static StructType schema(String ddl) {
    return ddl.isEmpty() ? new StructType() : StructType.fromDDL(ddl);
  }

  /** Reads columns of a file whose table has just these columns. */
  protected static List<Row> read(String format, Path file, StructType columns, String... options) {
    return rows(
        Formats.named(format),
        new ReadRequest(columns, columns, List.of(), false),
        slice(file),
        context(options));
  }

  /** Reads by rows. */
  protected static List<Row> rows(
      DataFormat format, ReadRequest request, FileSlice slice, FormatContext context) {
    ReadRequest byRows =
        new ReadRequest(request.tableSchema(), request.readSchema(), request.filters(), false);
    Function<InternalRow, Row> external = external(request.readSchema());
    List<Row> rows = new ArrayList<>();
    FileReader driver = format.reader(byRows, context);
    try (PartitionReader<InternalRow> reader = sent(driver).rows(slice)) {
      while (reader.next()) {
        rows.add(external.apply(reader.get()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Reference.reachabilityFence(driver); // as a plan keeps it: with it go its broadcasts
    }
    return rows;
  }

  /** Reads by batches. */
  protected static List<Row> batches(
      DataFormat format, ReadRequest request, FileSlice slice, FormatContext context) {
    ReadRequest byBatches =
        new ReadRequest(request.tableSchema(), request.readSchema(), request.filters(), true);
    Function<InternalRow, Row> external = external(request.readSchema());
    List<Row> rows = new ArrayList<>();
    FileReader driver = format.reader(byBatches, context);
    try (PartitionReader<ColumnarBatch> reader = sent(driver).batches(slice)) {
      while (reader.next()) {
        Iterator<InternalRow> batch = reader.get().rowIterator();
        while (batch.hasNext()) {
          rows.add(external.apply(batch.next()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Reference.reachabilityFence(driver); // as a plan keeps it: with it go its broadcasts
    }
    return rows;
  }

  /** As Spark's plans do, asks each row for values by their types, and keeps a copy. */
  private static Function<InternalRow, Row> external(StructType schema) {
    UnsafeProjection projection = UnsafeProjection.create(schema);
    var converter = CatalystTypeConverters.createToScalaConverter(schema);
    return row -> (Row) converter.apply(projection.apply(row).copy());
  }

  /** The same reader, after the way to an executor. */
  protected static FileReader sent(FileReader reader) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(reader);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (FileReader) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets Spark write rows as one file. */
  protected static void sparkWrite(
      Dataset<Row> rows, String format, Map<String, String> options, Path file) throws IOException {
    Path output = file.resolveSibling(file.getFileName() + ".out");
    rows.coalesce(1).write().format(format).options(options).save(PlainDisk.location(output));
    try (Stream<Path> parts = Files.list(output)) {
      Path part =
          parts
              .filter(p -> p.getFileName().toString().startsWith("part-"))
              .findFirst()
              .orElseThrow();
      Files.move(part, file);
    }
  }

  /** Rows as text, with the same text for equal values of any type. */
  protected static List<String> texts(List<Row> rows) {
    return rows.stream().map(FormatTest::text).toList();
  }

  private static String text(Object value) {
    if (value instanceof Row row) {
      return IntStream.range(0, row.size())
          .mapToObj(i -> text(row.get(i)))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      CollectionConverters.asJava(map).forEach((key, v) -> sorted.put(text(key), text(v)));
      return sorted.toString();
    }
    if (value instanceof scala.collection.Iterable<?> values) {
      List<String> texts = new ArrayList<>();
      CollectionConverters.asJava(values).forEach(v -> texts.add(text(v)));
      return texts.toString();
    }
    return String.valueOf(value);
  }
}
