package dev.almanac;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that is not in the repository: {@code shared/testdata}, beside the project's root. */
public final class SharedData {

  private SharedData() {}

  /** A folder of it; where it is absent, the test is skipped. */
  public static Path folder(String relative) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    Path folder = root.resolveSibling("shared").resolve("testdata").resolve(relative);
    assumeThat(folder).isDirectory();
    return folder;
  }
}
