package dev.almanac.layout;

/**
 * What a file is, by its name alone, as {@code mabel.md} ("File types by extension") has it.
 *
 * <p>The last suffix decides, in any case: {@code a.jsonl.parquet} is Parquet. A compression suffix
 * after a text suffix is compressed text ({@code a.csv.gz}). Two cases that the rules leave open: a
 * {@code .zstd} after anything but a suffix of a data format is JSON lines, as Mabel writes them,
 * while other compression suffixes need a text suffix before them ({@code a.gz}, {@code a.txt.gz}
 * are unknown); and formats with compression of their own are not read compressed from outside
 * ({@code a.parquet.gz} is unknown).
 */
public sealed interface FileKind {

  /**
   * A file with records.
   *
   * @param format {@code parquet}, {@code orc}, {@code json} (lines), {@code csv}, {@code tsv},
   *     {@code psv}, {@code arrow} or {@code avro}
   * @param compression of the whole file; always {@code NONE} for formats that are not text
   */
  record Data(String format, Compression compression) implements FileKind {}

  /** What is not data. */
  enum Other implements FileKind {
    /** Markers that steer reading: {@code .complete}, {@code .ignore}, {@code .manifest}. */
    CONTROL,
    /** Names that start with {@code _} or {@code .}. */
    HIDDEN,
    /** Anything else: skipped and counted. */
    UNKNOWN
  }

  /** The kind of a file of this name (one path element). */
  static FileKind of(String name) {
    return PathKind.isHidden(name) ? Other.HIDDEN : Suffixes.kindOf(name);
  }
}
