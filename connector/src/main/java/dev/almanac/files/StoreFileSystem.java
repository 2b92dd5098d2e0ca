package dev.almanac.files;

import dev.almanac.store.Schemes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.impl.OpenFileParameters;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * A store's file system, in front of the client that does the work.
 *
 * <p>Spark's readers ask Hadoop for the file system of a path, and Hadoop remembers one for each
 * scheme and bucket, whatever its settings: two stores with one bucket's name on two servers would
 * get the same one. A store's configuration names this class instead, and asks Hadoop not to
 * remember it. It costs nothing to make: the client behind it is shared by all that have the same
 * settings in a JVM, see {@link SharedClients}.
 *
 * <p>It also spares requests: what a listing told about a file is not asked again when the file is
 * opened, see {@link KnownFile}.
 */
public final class StoreFileSystem extends FilterFileSystem {

  /** Of these, the tests have seen it; and their streams can do more than others'. */
  private static final Set<String> TELL_A_BROKEN_CONNECTION =
      Set.of(Schemes.S3A, Schemes.GCS, "hdfs");

  private SharedClients.Client client; // from initialize() on

  /** Hadoop makes file systems by name. */
  public StoreFileSystem() {}

  @Override
  public void initialize(URI uri, Configuration hadoop) throws IOException {
    client = SharedClients.of(uri, hadoop);
    fs = client.fileSystem();
  }

  @Override
  public String getScheme() {
    return getUri().getScheme();
  }

  /** All files below a folder, by as few LISTs as the client can. */
  @Override
  public RemoteIterator<LocatedFileStatus> listFiles(Path path, boolean recursive)
      throws IOException {
    client.used();
    Optional<GcsListing> gcs = GcsListing.of(fs);
    try {
      return recursive && gcs.isPresent() ? gcs.get().files(path) : fs.listFiles(path, recursive);
    } catch (FileNotFoundException e) {
      checkBucket(gcs, e);
      throw e;
    }
  }

  /**
   * Clients tell a bucket that is not there from a folder that is not: Google's not at all, Azure's
   * by the message.
   */
  private static void checkBucket(Optional<GcsListing> gcs, FileNotFoundException missing)
      throws IOException {
    if (gcs.isPresent()) {
      gcs.get().checkBucket(missing);
    } else if (Trouble.of(missing).isPresent()) {
      throw new IOException(missing.getMessage(), missing);
    }
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    client.used();
    try {
      return super.listStatus(path);
    } catch (FileNotFoundException e) {
      checkBucket(GcsListing.of(fs), e);
      throw e;
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    client.used();
    Optional<KnownFile> known = KnownFile.of(path);
    return known.isPresent() ? known.get().status(fs) : super.getFileStatus(path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return KnownFile.of(path).isPresent()
        ? FutureIO.awaitFuture(openFile(path).build())
        : client.counted(super.open(path, bufferSize));
  }

  /** So that {@link #openFileWithOptions} is asked, and not the client's own. */
  @Override
  public FutureDataInputStreamBuilder openFile(Path path) {
    return createDataInputStreamBuilder(this, path);
  }

  @Override
  protected CompletableFuture<FSDataInputStream> openFileWithOptions(
      Path path, OpenFileParameters parameters) throws IOException {
    Optional<KnownFile> known = KnownFile.of(path);
    if (known.isPresent()) {
      parameters.withStatus(known.get().status(fs));
    }
    return super.openFileWithOptions(path, parameters)
        .thenApply(stream -> client.counted(whole(stream, known)));
  }

  private FSDataInputStream whole(FSDataInputStream stream, Optional<KnownFile> known) {
    return known.isPresent() && !TELL_A_BROKEN_CONNECTION.contains(fs.getUri().getScheme())
        ? new FSDataInputStream(new WholeFileStream(stream, known.get().length()))
        : stream;
  }

  /** The client stays open for others. */
  @Override
  public void close() {}
}
