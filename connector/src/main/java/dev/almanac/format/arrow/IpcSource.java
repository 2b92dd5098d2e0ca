package dev.almanac.format.arrow;

import dev.almanac.format.DataFiles;
import dev.almanac.format.FileSlice;
import dev.almanac.format.arrow.IpcInput.Located;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.hadoop.conf.Configuration;

/** The messages of an Arrow file or stream. */
sealed interface IpcSource extends Closeable {

  /** The columns. */
  List<Field> fields();

  /** The input. */
  IpcInput input();

  /** The next message with a record batch or a dictionary that concerns the slice. */
  Optional<Located> next() throws IOException;

  @Override
  default void close() throws IOException {
    input().close();
  }

  /** Opens a slice of a file, told from a stream by its first bytes. */
  static IpcSource open(FileSlice slice, Configuration hadoop) throws IOException {
    IpcInput input = new IpcInput(DataFiles.openRandom(slice, hadoop), slice.fileLength());
    try {
      return FileFormat.isFile(input)
          ? FileFormat.open(input, slice)
          : StreamFormat.open(input, slice);
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private static List<Field> fields(Schema schema) throws IOException {
    if (schema.endianness() != Endianness.Little) {
      throw new IOException("written on a big-endian machine, which is not supported");
    }
    return org.apache.arrow.vector.types.pojo.Schema.convertSchema(schema).getFields();
  }

  /** A file, which ends with a footer that says where everything is. Feather version 2 is one. */
  final class FileFormat implements IpcSource {

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    private final IpcInput input;
    private final List<Field> fields;
    private final List<Long> positions; // of the dictionaries, then the slice's record batches
    private int next;

    private FileFormat(IpcInput input, List<Field> fields, List<Long> positions) {
      this.input = input;
      this.fields = fields;
      this.positions = positions;
    }

    static boolean isFile(IpcInput input) throws IOException {
      return input.length() >= MAGIC.length
          && Arrays.equals(input.bytes(0, MAGIC.length).array(), MAGIC);
    }

    static FileFormat open(IpcInput input, FileSlice slice) throws IOException {
      if (input.length() < 2 * MAGIC.length + TAIL_BYTES) {
        throw new IOException("cut short: too small for an Arrow file");
      }
      long tailStart = input.length() - TAIL_BYTES;
      ByteBuffer tail = input.bytes(tailStart, TAIL_BYTES);
      int footerLength = tail.getInt();
      byte[] magic = new byte[MAGIC.length];
      tail.get(magic);
      if (!Arrays.equals(magic, MAGIC) || footerLength <= 0 || footerLength > tailStart) {
        throw new IOException(
            "cut short: it starts as an Arrow file, but has no footer at its end");
      }
      Footer footer = Footer.getRootAsFooter(input.bytes(tailStart - footerLength, footerLength));
      List<Long> positions = new ArrayList<>();
      for (int i = 0; i < footer.dictionariesLength(); i++) {
        positions.add(footer.dictionaries(i).offset());
      }
      for (int i = 0; i < footer.recordBatchesLength(); i++) {
        Block block = footer.recordBatches(i);
        if (block.offset() >= slice.start() && block.offset() < slice.end()) {
          positions.add(block.offset());
        }
      }
      return new FileFormat(input, IpcSource.fields(footer.schema()), positions);
    }

    @Override
    public List<Field> fields() {
      return fields;
    }

    @Override
    public IpcInput input() {
      return input;
    }

    @Override
    public Optional<Located> next() throws IOException {
      return next < positions.size() ? input.message(positions.get(next++)) : Optional.empty();
    }
  }

  /** A stream, to be read from its start. The slice that starts the file has all of it. */
  final class StreamFormat implements IpcSource {

    private final IpcInput input;
    private final List<Field> fields;
    private long position;
    private boolean ended;

    private StreamFormat(IpcInput input, List<Field> fields, long position, boolean ended) {
      this.input = input;
      this.fields = fields;
      this.position = position;
      this.ended = ended;
    }

    static StreamFormat open(IpcInput input, FileSlice slice) throws IOException {
      Located first = firstMessage(input);
      Schema schema = (Schema) first.message().header(new Schema());
      return new StreamFormat(input, IpcSource.fields(schema), first.end(), !slice.startsFile());
    }

    private static Located firstMessage(IpcInput input) throws IOException {
      try {
        Optional<Located> first = input.message(0);
        if (first.isPresent() && first.get().message().headerType() == MessageHeader.Schema) {
          return first.get();
        }
      } catch (IOException | RuntimeException e) {
        throw new IOException("neither an Arrow file nor an Arrow stream", e);
      }
      throw new IOException("neither an Arrow file nor an Arrow stream");
    }

    @Override
    public List<Field> fields() {
      return fields;
    }

    @Override
    public IpcInput input() {
      return input;
    }

    @Override
    public Optional<Located> next() throws IOException {
      if (ended) {
        return Optional.empty();
      }
      Optional<Located> message = input.message(position);
      message.ifPresent(located -> position = located.end());
      ended = message.isEmpty();
      return message;
    }
  }
}
