package dev.almanac.files;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file that the current thread opens, as it was listed. Readers, most of them Spark's, only
 * name its path; a {@link StoreFileSystem} finds here what they would have to ask the store for,
 * and refuses a file that is another by now.
 */
public final class KnownFile {

  /** Opens the file. */
  public interface Opening<T> {
    T open() throws IOException;
  }

  private static final ThreadLocal<KnownFile> OPENING = new ThreadLocal<>();

  private final Path path;
  private final long length;
  private final long modifiedAt;
  private final String etag;
  private final boolean justListed;
  private FileStatus status; // null until it is asked for

  private KnownFile(Path path, long length, long modifiedAt, String etag, boolean justListed) {
    this.path = path;
    this.length = length;
    this.modifiedAt = modifiedAt;
    this.etag = etag;
    this.justListed = justListed;
  }

  /**
   * Opens a file, in this thread.
   *
   * @param length in bytes, as listed
   * @param modifiedAt in milliseconds since 1970-01-01 UTC, as listed
   * @param etag as listed; empty where the store's listings have none
   */
  public static <T> T open(Path path, long length, long modifiedAt, String etag, Opening<T> opening)
      throws IOException {
    return open(new KnownFile(path, length, modifiedAt, etag, false), opening);
  }

  /**
   * Opens a file that was listed a moment ago, in this thread: what the listing told is believed
   * without asking. Parameters as in {@link #open}.
   */
  public static <T> T openJustListed(
      Path path, long length, long modifiedAt, String etag, Opening<T> opening) throws IOException {
    return open(new KnownFile(path, length, modifiedAt, etag, true), opening);
  }

  private static <T> T open(KnownFile file, Opening<T> opening) throws IOException {
    KnownFile outer = OPENING.get();
    OPENING.set(file);
    try {
      return opening.open();
    } finally {
      if (outer == null) {
        OPENING.remove();
      } else {
        OPENING.set(outer);
      }
    }
  }

  /** What is known of a path; empty where the current thread is opening another, or none. */
  static Optional<KnownFile> of(Path path) {
    return Optional.ofNullable(OPENING.get()).filter(known -> known.isAt(path));
  }

  /** In bytes. */
  long length() {
    return length;
  }

  private boolean isAt(Path other) {
    return path.toUri().getPath().equals(other.toUri().getPath())
        && Objects.equals(path.toUri().getAuthority(), other.toUri().getAuthority());
  }

  /** The etag of a listed file; empty where the store has none. */
  public static String etag(FileStatus listed) {
    String etag = listed instanceof EtagSource source ? source.getEtag() : null;
    return etag == null ? "" : etag;
  }

  /**
   * The file's status in the client's own terms.
   *
   * <p>S3A takes it from the listing, and then names the etag in each request for the file's bytes,
   * so that the server refuses another file's. Other clients are asked for it, once, as they would
   * ask on opening; the file that they then open is the one that they found.
   *
   * @throws FileChangedException where the file is another by now
   */
  FileStatus status(FileSystem client) throws IOException {
    if (status == null) {
      Optional<FileStatus> listed =
          etag.isEmpty() ? Optional.empty() : S3aStatus.of(client, path, length, modifiedAt, etag);
      status =
          listed.isPresent()
              ? listed.get()
              : justListed ? plain(client) : checked(client.getFileStatus(path));
    }
    return status;
  }

  private FileStatus plain(FileSystem client) {
    return new FileStatus(length, false, 1, client.getDefaultBlockSize(path), modifiedAt, path);
  }

  private FileStatus checked(FileStatus now) throws FileChangedException {
    String etagNow = etag(now);
    boolean comparable = !etag.isEmpty() && !etagNow.isEmpty();
    boolean same =
        now.getLen() == length
            && now.getModificationTime() == modifiedAt
            && (!comparable || unquoted(etag).equals(unquoted(etagNow)));
    if (!same) {
      throw new FileChangedException(length, modifiedAt, now.getLen(), now.getModificationTime());
    }
    return now;
  }

  /** Some clients keep the header's quotes in one place and not in another. */
  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
