package dev.almanac.bench.measure;

import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Hadoop's local disk, which counts requests into {@link CountingFileSystem} while it is told to.
 * It is what peers read {@code file:} with: their tables name their files by whole paths. Files
 * have no checksums beside them, as on an object store, which spares the peers time.
 */
public final class MeteredDisk extends LocalFileSystem {

  private static volatile boolean counting;

  /** Hadoop makes it by its name. */
  public MeteredDisk() {
    super(new Raw());
    setVerifyChecksum(false);
    setWriteChecksum(false);
  }

  static void count(boolean now) {
    counting = now;
  }

  private static final class Raw extends RawLocalFileSystem {

    /** Whether this thread is inside a call, which asks for more than an object store has to. */
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    private interface Call<T> {
      T call() throws IOException;
    }

    private <T> T outermost(Call<T> call) throws IOException {
      inside.set(true);
      try {
        return call.call();
      } finally {
        inside.remove();
      }
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      if (!counting || inside.get()) {
        return super.listStatus(path);
      }
      CountingFileSystem.add(Request.LIST);
      return outermost(() -> super.listStatus(path));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      if (!counting || inside.get()) {
        return super.getFileStatus(path);
      }
      CountingFileSystem.add(Request.HEAD);
      return outermost(() -> super.getFileStatus(path));
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
      if (!counting || inside.get()) {
        return super.open(path, bufferSize);
      }
      return CountingFileSystem.opened(path, outermost(() -> super.open(path, bufferSize)));
    }
  }
}
