package dev.almanac.files;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what S3A's listings give, for files that were listed on another machine. */
final class S3aStatus {

  private static final Logger LOG = LoggerFactory.getLogger(S3aStatus.class);
  private static final String CLIENT = "org.apache.hadoop.fs.s3a.S3AFileSystem";
  private static final String STATUS = "org.apache.hadoop.fs.s3a.S3AFileStatus";

  private S3aStatus() {}

  /** Empty for other clients, and versions of S3A that do not have it so. */
  static Optional<FileStatus> of(
      FileSystem client, Path path, long length, long modifiedAt, String etag) {
    if (!client.getClass().getName().equals(CLIENT)) {
      return Optional.empty();
    }
    try {
      // By name: S3A is not a dependency, and Hadoop's openFile() has no option for an etag.
      Constructor<?> made =
          Class.forName(STATUS, true, client.getClass().getClassLoader())
              .getConstructor(
                  long.class,
                  long.class,
                  Path.class,
                  long.class,
                  String.class,
                  String.class,
                  String.class);
      return Optional.of(
          (FileStatus)
              made.newInstance(
                  length,
                  modifiedAt,
                  path,
                  client.getDefaultBlockSize(path),
                  "", // the owner, which S3 does not tell
                  etag,
                  null)); // the version, which plain listings do not tell
    } catch (ReflectiveOperationException e) {
      LOG.debug("This S3A is asked again for each file that is opened", e);
      return Optional.empty();
    }
  }
}
