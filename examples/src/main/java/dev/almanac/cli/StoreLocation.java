package dev.almanac.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a store lies, as the user wrote it and as Spark takes it. */
final class StoreLocation {

  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private StoreLocation() {}

  /**
   * The location for Spark: one with a scheme as it is, a path of this machine made absolute.
   *
   * @param directory what a relative path is relative to
   * @throws IllegalArgumentException where a path of this machine leads to nothing
   */
  static String of(String written, Path directory) {
    if (WITH_SCHEME.matcher(written).matches()) {
      return written;
    }
    Path path =
        written.equals("~") || written.startsWith("~/")
            ? Path.of(System.getProperty("user.home") + written.substring(1))
            : directory.resolve(written);
    Path absolute = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(
          Files.exists(absolute)
              ? absolute + " is a file: name the folder that holds it"
              : "no such folder: " + absolute);
    }
    return local(absolute);
  }

  /** A folder of this machine, whatever Hadoop's default file system is. */
  static String local(Path absolute) {
    return "file:" + absolute; // Hadoop takes the path as it is: no %20 for a space
  }
}
