package dev.almanac.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.Lz4Codec;
import org.apache.hadoop.io.compress.SnappyCodec;
import org.apache.hadoop.util.ReflectionUtils;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.SnappyFramedOutputStream;
import org.xerial.snappy.SnappyOutputStream;

/** Compressed text, as the tools that write it write it. */
class CompressedTextTest extends FormatTest {

  private interface Compressor {
    OutputStream compress(OutputStream out) throws IOException;
  }

  /** By the name of a file, whose first part tells the writer. */
  private static final Map<String, Compressor> WRITERS =
      new TreeMap<>(
          Map.of(
              "gzip.jsonl.gz", GZIPOutputStream::new,
              "bzip2.jsonl.bz2", BZip2CompressorOutputStream::new,
              "zstd.jsonl.zst", ZstdOutputStream::new,
              "mabel.zstd", ZstdOutputStream::new,
              "lz4-frames.jsonl.lz4", LZ4FrameOutputStream::new,
              "lz4-hadoop.jsonl.lz4", out -> hadoop(Lz4Codec.class, out),
              "snappy-framed.jsonl.snappy", SnappyFramedOutputStream::new,
              "snappy-java.jsonl.snappy", SnappyOutputStream::new,
              "snappy-hadoop.jsonl.snappy", out -> hadoop(SnappyCodec.class, out)));

  private static final StructType COLUMNS = StructType.fromDDL("id BIGINT, text STRING");

  private static OutputStream hadoop(Class<? extends CompressionCodec> codec, OutputStream out)
      throws IOException {
    return ReflectionUtils.newInstance(codec, new Configuration()).createOutputStream(out);
  }

  static Stream<String> files() {
    return WRITERS.keySet().stream();
  }

  /** Formats whose files may be put one after the other. */
  static Stream<String> concatenable() {
    return files().filter(name -> !name.startsWith("snappy-java"));
  }

  /** Text that does not repeat itself, so that a part of the bytes is a part of the text. */
  private static String lines(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(id -> "{\"id\":%d,\"text\":\"%x\"}".formatted(id, id * 0x9E3779B97F4A7C15L))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static byte[] compressed(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = WRITERS.get(name).compress(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path file(String name, byte[]... parts) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    return file;
  }

  private List<Long> ids(Path file) {
    return read("json", file, COLUMNS).stream().map(row -> row.getLong(0)).toList();
  }

  private static List<Long> range(long to) {
    return LongStream.range(0, to).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadToItsEnd(String name) throws IOException {
    assertThat(ids(file(name, compressed(name, lines(0, 20_000))))).isEqualTo(range(20_000));
  }

  @ParameterizedTest
  @MethodSource("files")
  void needsNoFinalNewline(String name) throws IOException {
    assertThat(ids(file(name, compressed(name, lines(0, 10).stripTrailing()))))
        .isEqualTo(range(10));
  }

  /** Lines may go on from one frame to the next. */
  @ParameterizedTest
  @MethodSource("concatenable")
  void mayHaveManyFrames(String name) throws IOException {
    String text = lines(0, 3_000);
    int first = text.length() / 3;
    int second = text.length() / 2;

    Path file =
        file(
            name,
            compressed(name, text.substring(0, first)),
            compressed(name, text.substring(first, second)),
            compressed(name, ""),
            compressed(name, text.substring(second)));

    assertThat(ids(file)).isEqualTo(range(3_000));
  }

  static Stream<Arguments> cuts() {
    return files().flatMap(name -> Stream.of(0.3, 0.9).map(part -> Arguments.of(name, part)));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void isAnErrorWhereItIsCut(String name, double part) throws IOException {
    byte[] whole = compressed(name, lines(0, 50_000));
    byte[] cut = Arrays.copyOf(whole, (int) (whole.length * part));
    Path file = file(name, cut);

    assertThatThrownBy(() -> ids(file))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> assertThat(e.condition()).isEqualTo(Condition.CANNOT_READ_FILE))
        .hasMessageContaining(name)
        .hasMessageContaining("ignoreCorruptFiles");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isAnErrorWhereItIsSomethingElse(String name) throws IOException {
    Path file = file(name, lines(0, 1_000).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> ids(file))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv.gz", "A.CSV.GZ", "a.tsv.gz", "a.psv.gz"})
  void mayBeDelimited(String name) throws IOException {
    String format = name.substring(2, 5).toLowerCase(Locale.ROOT);
    String delimiter = Map.of("csv", ",", "tsv", "\t", "psv", "|").get(format);
    String text = "id%1$stext\n7%1$sseven\n8%1$s\n".formatted(delimiter);

    Path file = file(name, compressed("gzip.jsonl.gz", text));

    assertThat(texts(read(format, file, COLUMNS))).containsExactly("[7, seven]", "[8, null]");
  }
}
