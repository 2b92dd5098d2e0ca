package dev.almanac.format;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.util.ArrowUtils;

/** Writes Arrow files for tests, by Arrow's own writers. */
public final class ArrowFiles {

  private static final int ROWS_PER_BATCH = 100;

  private ArrowFiles() {}

  /** Opens the writer that a test asks for: of a file or of a stream. */
  public static ArrowWriter writer(
      VectorSchemaRoot root,
      DictionaryProvider dictionaries,
      SeekableByteChannel out,
      boolean stream,
      CodecType compression) {
    CompressionCodec.Factory codecs =
        compression == CodecType.NO_COMPRESSION
            ? NoCompressionCodec.Factory.INSTANCE
            : CommonsCompressionFactory.INSTANCE;
    return stream
        ? new ArrowStreamWriter(root, dictionaries, out, IpcOption.DEFAULT, codecs, compression)
        : new ArrowFileWriter(
            root, dictionaries, out, Map.of(), IpcOption.DEFAULT, codecs, compression);
  }

  /** A new file to write to. */
  public static SeekableByteChannel create(Path file) throws IOException {
    return Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  static void write(Dataset<Row> rows, Path file, boolean stream, CodecType compression)
      throws IOException {
    Iterator<InternalRow> values =
        Arrays.stream(
                ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                    .queryExecution()
                    .executedPlan()
                    .executeCollect())
            .iterator();
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root =
            VectorSchemaRoot.create(
                ArrowUtils.toArrowSchema(rows.schema(), "UTC", true, false), allocator);
        SeekableByteChannel out = create(file);
        ArrowWriter writer = writer(root, null, out, stream, compression)) {
      var batch = org.apache.spark.sql.execution.arrow.ArrowWriter.create(root);
      writer.start();
      while (values.hasNext()) {
        for (int i = 0; i < ROWS_PER_BATCH && values.hasNext(); i++) {
          batch.write(values.next());
        }
        batch.finish();
        writer.writeBatch();
        batch.reset();
      }
      writer.end();
    }
  }
}
