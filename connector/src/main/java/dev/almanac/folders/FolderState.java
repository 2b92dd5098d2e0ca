package dev.almanac.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Which folder of the local disk this is, and when it changed last: as long as both stay the same,
 * it holds the same names. The time is the kernel's own (ctime), which no program can set: {@code
 * rsync -t}, {@code tar} and {@code touch} set the time of modification to whatever they like.
 *
 * @param device number of the file system that it is on, for as long as that is mounted
 * @param inode its number there
 * @param changedAt nanoseconds since 1970-01-01 UTC
 */
record FolderState(long device, long inode, long changedAt) {

  /** The JDK's view of files that has what is asked for. Windows has none. */
  static final String VIEW = "unix";

  /** What to ask for. */
  static final String ATTRIBUTES = "dev,ino,ctime";

  private static final String OF_VIEW = VIEW + ":" + ATTRIBUTES;

  /** Asks for it; links are followed, unless the options say otherwise. */
  static FolderState of(Path folder, LinkOption... options) throws IOException {
    return of(Files.readAttributes(folder, OF_VIEW, options));
  }

  /**
   * @param attributes that were asked for, and maybe others
   */
  static FolderState of(Map<String, Object> attributes) {
    return new FolderState(
        (Long) attributes.get("dev"),
        (Long) attributes.get("ino"),
        ((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS));
  }
}
