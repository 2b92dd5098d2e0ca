package dev.almanac.ui.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The pages' own style, beside Spark's. It is a part of each page: Spark serves files only from
 * jars that its own class loader has, which those of {@code --jars} are not.
 */
public final class StyleSheet {

  /** The style sheet as an element. */
  public static final Html HTML = Html.style(read());

  private StyleSheet() {}

  private static String read() {
    try (InputStream file = StyleSheet.class.getResourceAsStream("datasets.css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)/\\*.*?\\*/", "")
          .replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
