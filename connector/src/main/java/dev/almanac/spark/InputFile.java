package dev.almanac.spark;

import dev.almanac.format.FileSlice;
import org.apache.spark.rdd.InputFileBlockHolder;

/**
 * Tells Spark which file a task reads, for {@code input_file_name()}.
 *
 * <p>Internal to Spark: {@code InputFileBlockHolder}; nothing public sets it.
 */
public final class InputFile {

  private InputFile() {}

  /** The current thread reads this slice from now on. */
  public static void set(FileSlice slice) {
    InputFileBlockHolder.set(spelled(slice.path()), slice.start(), slice.length());
  }

  /** As Spark's own file sources spell local files. */
  private static String spelled(String path) {
    return path.startsWith("file:/") && !path.startsWith("file://")
        ? "file://" + path.substring("file:".length())
        : path;
  }

  /** The current thread reads no file any more. */
  public static void unset() {
    InputFileBlockHolder.unset();
  }
}
