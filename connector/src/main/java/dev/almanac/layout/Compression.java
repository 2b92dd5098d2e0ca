package dev.almanac.layout;

/** How a text file is compressed, by its last suffix. */
public enum Compression {
  NONE,
  /** {@code .zstd}, {@code .zst}. */
  ZSTD,
  /** {@code .gz}. */
  GZIP,
  /** {@code .bz2}. */
  BZIP2,
  /** {@code .lz4}. */
  LZ4,
  /** {@code .snappy}. */
  SNAPPY
}
