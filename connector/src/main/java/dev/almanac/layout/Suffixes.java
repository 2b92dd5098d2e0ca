package dev.almanac.layout;

import dev.almanac.layout.FileKind.Data;
import dev.almanac.layout.FileKind.Other;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The suffixes that {@link FileKind} knows. A new format is a line here. Kinds are shared
 * instances, since there are as many lookups as files.
 */
final class Suffixes {

  private static final Set<String> CONTROL = Set.of("complete", "ignore", "manifest");

  private static final Map<String, String> TEXT =
      Map.of(
          "jsonl", "json",
          "ndjson", "json",
          "json", "json",
          "csv", "csv",
          "tsv", "tsv",
          "psv", "psv");

  private static final Map<String, String> BINARY =
      Map.of(
          "parquet", "parquet",
          "orc", "orc",
          "arrow", "arrow",
          "feather", "arrow",
          "ipc", "arrow",
          "avro", "avro");

  private static final Map<String, Data> PLAIN = plain();

  /** By the compression's suffix, then by the text's. */
  private static final Map<String, Map<String, Data>> COMPRESSED =
      Map.of(
          "zstd", text(Compression.ZSTD),
          "zst", text(Compression.ZSTD),
          "gz", text(Compression.GZIP),
          "bz2", text(Compression.BZIP2),
          "lz4", text(Compression.LZ4),
          "snappy", text(Compression.SNAPPY));

  private Suffixes() {}

  static FileKind kindOf(String name) {
    int dot = name.lastIndexOf('.');
    String last = suffix(name, dot, name.length());
    Data plain = PLAIN.get(last);
    if (plain != null) {
      return plain;
    }
    if (CONTROL.contains(last)) {
      return Other.CONTROL;
    }
    Map<String, Data> compressed = COMPRESSED.get(last);
    if (compressed == null) {
      return Other.UNKNOWN;
    }
    String inner = suffix(name, name.lastIndexOf('.', dot - 1), dot);
    if (compressed.containsKey(inner)) {
      return compressed.get(inner);
    }
    boolean bare = last.equals("zstd") && !PLAIN.containsKey(inner);
    return bare ? compressed.get("jsonl") : Other.UNKNOWN;
  }

  /** What is between a dot and {@code end}; empty where there is no dot. */
  private static String suffix(String name, int dot, int end) {
    return dot < 0 ? "" : name.substring(dot + 1, end).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Data> plain() {
    Map<String, Data> kinds = new HashMap<>(text(Compression.NONE));
    BINARY.forEach((suffix, format) -> kinds.put(suffix, new Data(format, Compression.NONE)));
    return Map.copyOf(kinds);
  }

  private static Map<String, Data> text(Compression compression) {
    Map<String, Data> kinds = new HashMap<>();
    TEXT.forEach((suffix, format) -> kinds.put(suffix, new Data(format, compression)));
    return Map.copyOf(kinds);
  }
}
