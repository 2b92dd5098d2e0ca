package dev.almanac.format.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.message.ArrowBodyCompression;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;

/**
 * What the metadata of a record batch says about selected fields.
 *
 * @param rows the number of rows
 * @param nodes the lengths of the fields
 * @param buffers where the buffers of the fields lie in the body
 * @param variadicCounts of fields of view types, the number of buffers with text or bytes
 */
record IpcBatchMetadata(
    int rows,
    List<ArrowFieldNode> nodes,
    List<Range> buffers,
    List<Long> variadicCounts,
    ArrowBodyCompression compression) {

  /** A run of bytes, counted from the start of the body. */
  record Range(long offset, long length) {

    long end() {
      return offset + length;
    }
  }

  /**
   * Picks the selected fields out of a record batch.
   *
   * @param version of the metadata
   */
  static IpcBatchMetadata of(RecordBatch batch, short version, List<IpcNode> fields) {
    Walk walk = new Walk(batch, version);
    fields.forEach(walk::visit);
    return new IpcBatchMetadata(
        Math.toIntExact(batch.length()),
        walk.nodes,
        walk.buffers,
        walk.variadicCounts,
        compression(batch));
  }

  private static ArrowBodyCompression compression(RecordBatch batch) {
    BodyCompression compression = batch.compression();
    return compression == null
        ? NoCompressionCodec.DEFAULT_BODY_COMPRESSION
        : new ArrowBodyCompression(compression.codec(), compression.method());
  }

  /** Goes through all fields in the order of the metadata. */
  private static final class Walk {

    final List<ArrowFieldNode> nodes = new ArrayList<>();
    final List<Range> buffers = new ArrayList<>();
    final List<Long> variadicCounts = new ArrayList<>();

    private final RecordBatch batch;
    private final short version;
    private int node;
    private int buffer;
    private int variadic;

    Walk(RecordBatch batch, short version) {
      this.batch = batch;
      this.version = version;
    }

    void visit(IpcNode field) {
      FieldNode stored = batch.nodes(node++);
      if (field.selected()) {
        nodes.add(new ArrowFieldNode(stored.length(), stored.nullCount()));
      }
      for (long count = bufferCount(field); count > 0; count--) {
        org.apache.arrow.flatbuf.Buffer range = batch.buffers(buffer++);
        if (field.selected()) {
          buffers.add(new Range(range.offset(), range.length()));
        }
      }
      field.children().forEach(this::visit);
    }

    private long bufferCount(IpcNode field) {
      ArrowType type = field.storedType();
      TypeLayout layout = TypeLayout.getTypeLayout(type);
      int fixed = layout.getBufferLayouts().size();
      if (!layout.isFixedBufferCount()) {
        long count = batch.variadicBufferCounts(variadic++);
        if (field.selected()) {
          variadicCounts.add(count);
        }
        return fixed + count;
      }
      if (type instanceof ArrowType.Union union) {
        // Validity was dropped from the format with version 5.
        int validity = version < MetadataVersion.V5 ? 1 : 0;
        return (long) validity + (union.getMode() == UnionMode.Dense ? 2 : 1);
      }
      return fixed;
    }
  }
}
