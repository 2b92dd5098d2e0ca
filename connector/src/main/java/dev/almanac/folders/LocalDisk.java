package dev.almanac.folders;

import dev.almanac.files.FileChangedException;
import dev.almanac.format.FileSlice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** What is special about files on the local disk. */
final class LocalDisk {

  private static final String CLASS = "fs.file.impl";
  private static final String SCHEME = "file";

  private LocalDisk() {}

  /**
   * Reads the disk as it is, unless the user named a class of their own. Hadoop's default looks for
   * a checksum file beside each file, and so it cannot open a name with a colon.
   */
  static void configure(Configuration hadoop) {
    String named = hadoop.get(CLASS, LocalFileSystem.class.getName());
    if (named.equals(LocalFileSystem.class.getName())) {
      hadoop.set(CLASS, RawLocalFileSystem.class.getName());
      // Hadoop remembers file systems by scheme, whatever their class is.
      hadoop.setBoolean(CLASS + ".disable.cache", true);
    }
  }

  /** Whether the file system is the one that {@link #configure} chooses. */
  static boolean is(FileSystem fileSystem) {
    return fileSystem.getClass() == RawLocalFileSystem.class;
  }

  /**
   * Refuses a file that is not the one that was listed: read with the length of the old one, a new
   * one could lose its end. On other stores, {@link dev.almanac.files.KnownFile} sees to it.
   *
   * @throws FileChangedException where it is another
   */
  static void checkUnchanged(FileSlice slice) throws IOException {
    URI uri = slice.hadoopPath().toUri();
    if (!SCHEME.equals(uri.getScheme())) {
      return;
    }
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(Path.of(uri.getPath()), BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return; // whoever opens it says so
    }
    long modifiedAt = now.lastModifiedTime().toMillis();
    if (now.size() != slice.fileLength() || modifiedAt != slice.modifiedAt()) {
      throw new FileChangedException(
          slice.fileLength(), slice.modifiedAt(), now.size(), modifiedAt);
    }
  }
}
