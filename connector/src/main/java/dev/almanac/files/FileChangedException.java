package dev.almanac.files;

import java.io.IOException;
import java.time.Instant;

/** A file is not the one that was listed. */
public final class FileChangedException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Times are in milliseconds since 1970-01-01 UTC, lengths in bytes. */
  public FileChangedException(long listedLength, long listedAt, long length, long modifiedAt) {
    super(
        "it changed after the table was loaded (%d bytes of %s then, %d bytes of %s now)"
            .formatted(
                listedLength,
                Instant.ofEpochMilli(listedAt),
                length,
                Instant.ofEpochMilli(modifiedAt)));
  }
}
