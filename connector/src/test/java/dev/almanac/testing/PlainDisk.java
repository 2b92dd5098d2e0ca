package dev.almanac.testing;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk under the scheme {@code plain:}, for what tests have Spark write: without files of
 * checksums, and with the permissions that the process gives. Hadoop's own, where it has no native
 * code, runs {@code chmod} for each file and each folder, which takes longer than to write them.
 */
public final class PlainDisk extends RawLocalFileSystem {

  /** Where a place of the disk is in this file system. */
  public static String location(java.nio.file.Path place) {
    return "plain:" + place.toAbsolutePath();
  }

  @Override
  public URI getUri() {
    return URI.create(getScheme() + ":///");
  }

  @Override
  public String getScheme() {
    return "plain";
  }

  @Override
  public void setPermission(Path path, FsPermission permission) {}
}
