package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File types by extension: every suffix of {@code mabel.md}, and what its rules imply. */
class FileKindTest {

  @ParameterizedTest
  @CsvSource({
    "a.parquet,                       parquet, NONE",
    "a.orc,                           orc,     NONE",
    "a.jsonl,                         json,    NONE",
    "a.ndjson,                        json,    NONE",
    "a.json,                          json,    NONE",
    "a.csv,                           csv,     NONE",
    "a.tsv,                           tsv,     NONE",
    "a.psv,                           psv,     NONE",
    "a.arrow,                         arrow,   NONE",
    "a.feather,                       arrow,   NONE",
    "a.ipc,                           arrow,   NONE",
    "a.avro,                          avro,    NONE",
    "a.jsonl.zstd,                    json,    ZSTD",
    "a.ndjson.zst,                    json,    ZSTD",
    "a.json.gz,                       json,    GZIP",
    "a.jsonl.bz2,                     json,    BZIP2",
    "a.csv.lz4,                       csv,     LZ4",
    "a.tsv.snappy,                    tsv,     SNAPPY",
    "a.psv.gz,                        psv,     GZIP",
    "a.csv.zstd,                      csv,     ZSTD",
    // in any case
    "A.PARQUET,                       parquet, NONE",
    "a.JsonL.ZSTD,                    json,    ZSTD",
    "a.Csv.Gz,                        csv,     GZIP",
    // only the last suffix tells the format
    "17bdb253-be07-bc95.jsonl.parquet, parquet, NONE",
    "a.csv.json,                      json,    NONE",
    "a.zstd.csv,                      csv,     NONE",
    "a.gz.parquet,                    parquet, NONE",
    "frame.complete.csv,              csv,     NONE",
    // a bare .zstd is JSON lines
    "a.zstd,                          json,    ZSTD",
    "1670d7a31abbd804-c8348e0927f1.ZSTD, json, ZSTD",
    "a.v2.zstd,                       json,    ZSTD",
    "a.b.csv.gz,                      csv,     GZIP",
    "a b é.csv,                       csv,     NONE",
    "a..csv,                          csv,     NONE",
  })
  void data(String name, String format, Compression compression) {
    assertThat(FileKind.of(name)).isEqualTo(new FileKind.Data(format, compression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame.complete",
        "frame.ignore",
        "x.manifest",
        "FRAME.COMPLETE",
        "a.jsonl.complete",
      })
  void control(String name) {
    assertThat(FileKind.of(name)).isEqualTo(FileKind.Other.CONTROL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_SUCCESS",
        "_a.parquet",
        ".a.csv",
        ".a.parquet.crc",
        "_temporary",
        ".zstd",
        ".complete",
      })
  void hidden(String name) {
    assertThat(FileKind.of(name)).isEqualTo(FileKind.Other.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "a.txt",
        "parquet",
        "csv",
        "a",
        "a.",
        "a.parquet.",
        "a.xlsx",
        "a.gz",
        "a.zst",
        "a.txt.gz",
        "a.tar.gz",
        "a.parquet.gz",
        "a.parquet.zstd",
        "a.avro.zst",
        "a.csv.gz.gz",
        "a.csv.zip",
        "aparquet",
        "a.parquet.crc",
        "a.parquet~",
        "frame.completed",
      })
  void unknown(String name) {
    assertThat(FileKind.of(name)).isEqualTo(FileKind.Other.UNKNOWN);
  }

  @Test
  void kindsAreShared() {
    assertThat(FileKind.of("a.csv.gz")).isSameAs(FileKind.of("b.csv.gz"));
  }
}
