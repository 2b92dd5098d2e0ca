package dev.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle is all that Spark needs: the clause, the catalog and the formats work with it alone.
 */
class BundleRunIT {

  @TempDir private Path lake;

  @Test
  void readsDatedFoldersInASparkOfItsOwn() throws IOException, InterruptedException {
    day("2024/03/17", "{\"n\": 1}\n");
    day("2024/03/18", "{\"n\": 2}\n{\"n\": 3}\n");
    Path bundle = Path.of(System.getProperty("bundle.jar"));
    String query = "SELECT _date, SUM(n) FROM lake.orders FOR '2024-03-18' GROUP BY _date";

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", sparkAnd(bundle), BundleProbe.class.getName(), "file:" + lake, query));
    Path errors = lake.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(output.lines())
        .as(() -> "standard output; errors: " + read(errors))
        .containsExactly(bundle.toString(), "2024-03-18,5");
  }

  /** This JVM's class path without the modules themselves. */
  private static String sparkAnd(Path bundle) {
    List<String> path = new ArrayList<>();
    path.add(bundle.toString());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = Path.of(entry).getFileName().toString();
      if (!name.startsWith("almanac-") && !name.equals("classes")) {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private void day(String folder, String content) throws IOException {
    Path day = Files.createDirectories(lake.resolve("orders").resolve(folder));
    Files.writeString(day.resolve("rows.jsonl"), content);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
