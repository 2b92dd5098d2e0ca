package dev.almanac.format;

import dev.almanac.files.KnownFile;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import org.apache.hadoop.fs.Path;

/**
 * A run of bytes of one data file: what one reader reads.
 *
 * <p>Where a format splits files, each record belongs to exactly one slice by the position at which
 * it starts, so that slices which cover a file give each of its records once.
 *
 * @param path the full Hadoop path as a URI, escaped: what {@code Path.toUri().toString()} gives
 * @param start the first byte
 * @param length the number of bytes
 * @param fileLength the length of the whole file in bytes, as listed
 * @param modifiedAt when the file was last changed, in milliseconds since 1970-01-01 UTC, as listed
 * @param etag what tells the file's content from another's of that name, as listed; empty where the
 *     store has none
 */
public record FileSlice(
    String path, long start, long length, long fileLength, long modifiedAt, String etag)
    implements Serializable {

  /** The slice that is the whole file. */
  public static FileSlice whole(String path, long fileLength, long modifiedAt, String etag) {
    return new FileSlice(path, 0, fileLength, fileLength, modifiedAt, etag);
  }

  /** A part of this slice. */
  public FileSlice part(long start, long length) {
    return new FileSlice(path, start, length, fileLength, modifiedAt, etag);
  }

  /** Opens the file, as it was listed: stores are not asked again, and refuse another file. */
  public <T> T open(KnownFile.Opening<T> opening) throws IOException {
    return KnownFile.open(hadoopPath(), fileLength, modifiedAt, etag, opening);
  }

  /** Opens the file, which was listed a moment ago: stores are not asked again. */
  public <T> T openJustListed(KnownFile.Opening<T> opening) throws IOException {
    return KnownFile.openJustListed(hadoopPath(), fileLength, modifiedAt, etag, opening);
  }

  /** The path as Hadoop takes it. */
  public Path hadoopPath() {
    return new Path(URI.create(path));
  }

  /** Whether the slice holds the file's first byte; of an empty file, it does. */
  public boolean startsFile() {
    return start == 0;
  }

  /** The first byte after the slice. */
  public long end() {
    return start + length;
  }
}
