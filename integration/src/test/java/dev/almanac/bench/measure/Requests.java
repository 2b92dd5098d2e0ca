package dev.almanac.bench.measure;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;

/**
 * What one run asked of a file system, as an object store would see it.
 *
 * @param opens of files to read them: at least one GET each
 * @param files that were opened, each once
 * @param bytes read of them
 */
public record Requests(long lists, long heads, long opens, long files, long bytes) {

  /** What was counted since the last reset. */
  static Requests counted() {
    return new Requests(
        CountingFileSystem.count(Request.LIST),
        CountingFileSystem.count(Request.HEAD),
        CountingFileSystem.count(Request.OPEN),
        CountingFileSystem.files(),
        CountingFileSystem.bytes());
  }
}
