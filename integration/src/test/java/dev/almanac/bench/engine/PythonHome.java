package dev.almanac.bench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A virtual environment of Python with the peers in it, pinned; made once. */
final class PythonHome {

  private final Path folder;

  PythonHome(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * The interpreter, after what it needs was installed.
   *
   * @throws UnavailableException where there is no Python, or nothing can be installed
   */
  Path interpreter() throws IOException, InterruptedException, UnavailableException {
    Path python = folder.resolve("venv/bin/python");
    byte[] wanted = resource("requirements.txt");
    Path installed = folder.resolve("installed.txt");
    if (!Files.exists(installed) || !Arrays.equals(wanted, Files.readAllBytes(installed))) {
      Files.deleteIfExists(installed);
      Files.createDirectories(folder);
      Path requirements = Files.write(folder.resolve("requirements.txt"), wanted);
      System.err.println("Installing the peers of Python into " + folder);
      run("python3", "-m", "venv", "--clear", folder.resolve("venv").toString());
      run(
          python.toString(),
          "-m",
          "pip",
          "install",
          "-q",
          "--disable-pip-version-check",
          "-r",
          requirements.toString());
      Files.move(requirements, installed);
    }
    return python;
  }

  /** The program that a peer runs in. */
  Path program() throws IOException {
    return Files.write(folder.resolve("peer.py"), resource("peer.py"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PythonHome.class.getResourceAsStream("/bench/" + name)) {
      return in.readAllBytes();
    }
  }

  private static void run(String... command)
      throws IOException, InterruptedException, UnavailableException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new UnavailableException("its installation failed: " + List.of(command));
      }
    } catch (IOException e) {
      throw new UnavailableException("there is no " + command[0]);
    }
  }
}
