package dev.almanac.format.text;

import dev.almanac.spark.CsvDialect;
import dev.almanac.spark.CsvText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What the beginning of a delimited file tells.
 *
 * @param dialect how the file is written
 * @param firstRecord the values of the first record: the header, if there is one
 */
record CsvHead(CsvDialect dialect, List<String> firstRecord) {

  private static final int SAMPLE_BYTES = 256 * 1024;

  /** Looks at the beginning of a text, and leaves the text at its first byte. */
  static CsvHead of(BufferedInputStream text, CsvText csv) throws IOException {
    text.mark(SAMPLE_BYTES + 1);
    byte[] bytes = text.readNBytes(SAMPLE_BYTES);
    boolean whole = text.read() < 0;
    text.reset();
    String sample = new String(bytes, Charset.forName(csv.charset()));
    CsvDialect dialect = csv.dialect(sample, whole);
    return new CsvHead(dialect, dialect.firstRecord(sample));
  }

  List<String> names() {
    return dialect.names(firstRecord);
  }
}
