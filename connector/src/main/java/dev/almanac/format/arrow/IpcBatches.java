package dev.almanac.format.arrow;

import dev.almanac.format.FileSlice;
import dev.almanac.format.OpenedColumns;
import dev.almanac.format.ReadErrors;
import dev.almanac.format.arrow.IpcInput.Located;
import dev.almanac.schema.Fields;
import dev.almanac.schema.FileFit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the record batches of a slice, of the wanted columns only; holds one batch at a time. */
final class IpcBatches implements PartitionReader<ColumnarBatch> {

  private static final FieldType STRUCT = FieldType.notNullable(ArrowType.Struct.INSTANCE);

  private final IpcSource source;
  private final StructType wanted;
  private final boolean caseSensitive;
  private final List<IpcNode> nodes; // of all columns of the file
  private final BufferAllocator allocator = new RootAllocator();
  private final Dictionaries dictionaries;
  private final VectorSchemaRoot root; // the current batch
  private ColumnarBatch batch; // set by next()

  private IpcBatches(
      IpcSource source, List<IpcNode> nodes, StructType wanted, boolean caseSensitive) {
    this.source = source;
    this.nodes = nodes;
    this.wanted = wanted;
    this.caseSensitive = caseSensitive;
    this.dictionaries = new Dictionaries(selected(nodes));
    this.root = newRoot(nodes);
  }

  static IpcBatches open(
      FileSlice slice,
      StructType wanted,
      boolean caseSensitive,
      OpenedColumns opened,
      Configuration hadoop)
      throws IOException {
    IpcSource source = IpcSource.open(slice, hadoop);
    try {
      Field file = new Field("", STRUCT, source.fields());
      List<IpcNode> nodes = IpcNode.of(file, wanted, caseSensitive).children();
      check(nodes, wanted, caseSensitive, slice);
      opened.opened(
          slice.path(), Fields.named(source.fields().stream().map(Field::getName).toList()));
      return new IpcBatches(source, nodes, wanted, caseSensitive);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static void check(
      List<IpcNode> nodes, StructType wanted, boolean caseSensitive, FileSlice slice) {
    StructType file = ArrowTypes.columns(selected(nodes), slice.path());
    Optional<FileFit.Mismatch> mismatch = FileFit.mismatch(file, wanted, caseSensitive);
    if (mismatch.isPresent()) {
      throw ReadErrors.doesNotFit(slice.path(), mismatch.get());
    }
  }

  private static List<Field> selected(List<IpcNode> nodes) {
    return nodes.stream().filter(IpcNode::selected).map(IpcNode::selectedField).toList();
  }

  private VectorSchemaRoot newRoot(List<IpcNode> fields) {
    return VectorSchemaRoot.create(
        new Schema(fields.stream().filter(IpcNode::selected).map(IpcNode::storedField).toList()),
        allocator);
  }

  @Override
  public boolean next() throws IOException {
    for (Optional<Located> next = source.next(); next.isPresent(); next = source.next()) {
      Located located = next.get();
      if (located.message().headerType() == MessageHeader.DictionaryBatch) {
        readDictionary(located);
      } else if (located.message().headerType() == MessageHeader.RecordBatch) {
        RecordBatch metadata = (RecordBatch) located.message().header(new RecordBatch());
        load(root, metadata, located, nodes);
        batch = new ColumnarBatch(columns(), Math.toIntExact(metadata.length()));
        return true;
      }
    }
    return false;
  }

  private void readDictionary(Located located) throws IOException {
    DictionaryBatch dictionary = (DictionaryBatch) located.message().header(new DictionaryBatch());
    if (!dictionaries.isNeeded(dictionary.id())) {
      return;
    }
    List<IpcNode> node = List.of(dictionaries.node(dictionary.id()));
    VectorSchemaRoot values = newRoot(node);
    try {
      load(values, dictionary.data(), located, node);
    } catch (IOException | RuntimeException e) {
      values.close();
      throw e;
    }
    dictionaries.put(dictionary.id(), values.getVector(0), dictionary.isDelta());
  }

  private void load(
      VectorSchemaRoot target, RecordBatch batch, Located located, List<IpcNode> fields)
      throws IOException {
    IpcBatchMetadata metadata = IpcBatchMetadata.of(batch, located.message().version(), fields);
    List<ArrowBuf> buffers = source.input().buffers(located.body(), metadata.buffers(), allocator);
    try (ArrowRecordBatch selected =
        new ArrowRecordBatch(
            metadata.rows(),
            metadata.nodes(),
            buffers,
            metadata.compression(),
            metadata.variadicCounts(),
            false, // not to be written, so not to be aligned
            false)) { // it takes our reference of each buffer
      new VectorLoader(target, new BufferDecompression()).load(selected);
    }
  }

  private ColumnVector[] columns() {
    ArrowColumns columns = new ArrowColumns(dictionaries::values, caseSensitive);
    List<String> names = root.getFieldVectors().stream().map(FieldVector::getName).toList();
    List<ColumnVector> shown = new ArrayList<>();
    for (StructField field : wanted.fields()) {
      int index = IpcNode.indexOf(names, field.name(), caseSensitive);
      shown.add(
          index < 0
              ? new NullColumn(field.dataType(), root.getRowCount())
              : columns.column(root.getVector(index), field.dataType()));
    }
    return shown.toArray(ColumnVector[]::new);
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    root.close();
    dictionaries.close();
    allocator.close();
    source.close();
  }
}
