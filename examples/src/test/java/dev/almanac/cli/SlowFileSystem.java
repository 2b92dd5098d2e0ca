package dev.almanac.cli;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The disk, which takes its time to list a folder. */
public final class SlowFileSystem extends RawLocalFileSystem {

  private static final long LIST_MILLIS = 300;

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    try {
      Thread.sleep(LIST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return super.listStatus(path);
  }
}
