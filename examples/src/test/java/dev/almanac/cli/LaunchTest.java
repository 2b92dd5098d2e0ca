package dev.almanac.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The script {@code ./almanac}, in a clone whose Maven only notes that it was called: what it
 * builds is what this test runs with.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchTest {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo called >>"$ALMANAC_TEST_CALLS"
      out=examples/target/fast
      mkdir -p $out/classes
      cp built/* $out
      """;
  private static final String[] QUERY = {"--format", "csv", "SELECT count(*) AS n FROM range(7)"};

  /** For an archive that is made in the back: many times what that takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private static Path folder;
  private Path clone;
  private Path made; // by the first run, with an archive
  private Path programs; // before those of the system
  private Run first;
  private Run version; // without an archive

  private record Run(int code, String out, String err) {}

  @BeforeAll
  void cloneAndRun() throws Exception {
    programs = Files.createDirectories(folder.resolve("programs"));
    // Other tests run at the same time, and leave next to nothing to who lets all others go first.
    executable(programs.resolve("nice"), "#!/bin/sh\nshift 2\nexec \"$@\"\n");
    made = clone("made");
    clone = made;
    first = run("", QUERY);
    awaitArchive();
    Files.writeString(
        out().resolve("training.sql"), ""); // later ones, of copies, have less in them
    version = run("off", "--version");
  }

  /** Until it is there and nobody is at work on it. Whether it ever is, is for a test to say. */
  private void awaitArchive() throws Exception {
    long start = System.nanoTime();
    while (!archives().stream().allMatch(name -> name.matches("\\d+\\.jsa(\\.length)?"))
        || archives().isEmpty()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return;
      }
      Thread.sleep(50);
    }
  }

  @Test
  void theFirstRunBuilds() {
    String said = "Building Almanac; the first time, Maven downloads Spark (some 400 MB) ...\n";
    assertThat(first).isEqualTo(new Run(0, "n\n7\n", said));
  }

  @Test
  void theFirstRunHasAnArchiveMadeInTheBack() throws Exception {
    clone = made;
    assertThat(archives()).hasSize(2);
    assertThat(Path.of(archive() + ".length")).hasContent(Files.size(archive()) + "\n");
  }

  @Test
  void theSecondRunNeedsNoMavenAndTakesClassesFromTheArchive() throws Exception {
    clone = made;
    Path log = folder.resolve("classes.log");
    assertThat(run("", "-Xlog:class+load:file=" + log, QUERY)).isEqualTo(new Run(0, "n\n7\n", ""));
    assertThat(Files.readAllLines(clone.resolve("calls"))).hasSize(1);
    assertThat(shared(log)).isGreaterThan(5_000);
  }

  @Test
  void withoutAnArchiveTheResultIsTheSame() throws Exception {
    clone = made;
    Path log = folder.resolve("off.log");
    assertThat(run("off", "-Xlog:class+load:file=" + log, QUERY))
        .isEqualTo(new Run(0, "n\n7\n", ""));
    assertThat(shared(log)).isZero();
  }

  private static long shared(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("org.apache.spark.") || line.contains("scala."))
          .filter(line -> line.contains("source: shared objects file (top)"))
          .count();
    }
  }

  /** What can be wrong with an archive. */
  private enum Fault {
    CUT {
      @Override
      void make(LaunchTest test) throws Exception {
        Files.write(test.archive(), new byte[1000]);
      }
    },
    GARBLED {
      @Override
      void make(LaunchTest test) throws Exception {
        byte[] bytes = new byte[4_000_000];
        Arrays.fill(bytes, (byte) 7);
        Files.write(test.archive(), bytes);
        Files.writeString(Path.of(test.archive() + ".length"), bytes.length + "\n");
      }
    },
    WITHOUT_ITS_LENGTH {
      @Override
      void make(LaunchTest test) throws Exception {
        Files.delete(Path.of(test.archive() + ".length"));
      }
    },
    IN_A_PLACE_THAT_CANNOT_BE_WRITTEN {
      @Override
      void make(LaunchTest test) throws Exception {
        Path archive = test.archive();
        Files.delete(archive);
        Files.delete(Path.of(archive + ".length"));
        Files.delete(archive.getParent());
        Files.createFile(archive.getParent());
      }
    };

    abstract void make(LaunchTest test) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void anArchiveThatIsNoGoodChangesNothing(Fault fault) throws Exception {
    clone = copy("fault-" + fault);
    assertThat(version.code()).isZero();
    fault.make(this);
    assertThat(run("wait", "--version")).isEqualTo(version);
    assertThat(run("", "--version")).isEqualTo(version);
  }

  @Test
  void anArchiveOfOtherJarsIsNotUsed() throws Exception {
    clone = made;
    Path jar = out().resolve("lib/1.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    try {
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1000));
      assertThat(run("", "--version")).isEqualTo(version);
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void anotherJavaHasAnotherArchive() throws Exception {
    clone = made;
    Path java = Files.createDirectories(folder.resolve("other/bin")).resolve("java");
    String real = System.getProperty("java.home") + "/bin/java";
    executable(java, "#!/bin/sh\nexec '" + real + "' \"$@\"\n");
    Files.writeString(folder.resolve("other/release"), "JAVA_VERSION=\"99\"\n");
    Path log = folder.resolve("other.log");
    List<String> environment =
        List.of(
            "JAVA_HOME=" + folder.resolve("other"),
            "ALMANAC_ARCHIVE=wait",
            "ALMANAC_JAVA_OPTS=-Xlog:class+load:file=" + log);
    Run run = run(environment, List.of(clone.resolve("almanac").toString(), "--version"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines).noneMatch(line -> line.contains("(top)"));
    }
  }

  @Test
  void aSourceThatIsNewerIsBuilt() throws Exception {
    clone = copy("newer");
    Path source = Files.createDirectories(clone.resolve("connector/src/main")).resolve("A.java");
    Files.createFile(source);
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
    assertThat(run("off", "--version").err()).startsWith("Sources have changed: building");
    assertThat(Files.readAllLines(clone.resolve("calls"))).hasSize(2);
  }

  /** With {@code script}, which gives the command a terminal of its own. */
  @Test
  void aTerminalShowsWhatIsListedAndThenTheRowsAlone() throws Exception {
    assumeTrue(OS.LINUX.isCurrentOs() && Files.isExecutable(Path.of("/usr/bin/script")));
    clone = made;
    for (int day = 1; day <= 28; day++) {
      Path file = folder.resolve("data/t/year_2024/month_02/day_%02d/a.jsonl".formatted(day));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"n\":1}\n");
    }
    String command =
        "'%s' --store '%s' -c spark.hadoop.fs.file.impl=%s --format csv '%s'"
            .formatted(
                clone.resolve("almanac"),
                folder.resolve("data"),
                SlowFileSystem.class.getName(),
                "SELECT sum(n) AS n FROM t FOR DATES BETWEEN 2024-02-01 AND 2024-02-29");
    Run shown = run(List.of(), List.of("script", "-qec", command, "/dev/null"));
    assertThat(shown.out()).contains("\r\u001b[KListing lake.t: ").contains(" folders, ");
    assertThat(shown.out()).endsWith("\r\u001b[Kn\r\n28\r\n");

    Run piped = run(List.of(), List.of("script", "-qec", command + " 2>&1 | cat", "/dev/null"));
    assertThat(piped.out()).isEqualTo("n\r\n28\r\n");
    Run quiet =
        run(List.of(), List.of("script", "-qec", command.replace("--store", "-q -s"), "/dev/null"));
    assertThat(quiet.out()).isEqualTo("n\r\n28\r\n");
  }

  private Path out() {
    return clone.resolve("examples/target/fast");
  }

  /** The names of what is where archives are. */
  private List<String> archives() {
    String[] names = out().resolve("archive").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private Path archive() {
    String name =
        archives().stream().filter(file -> file.endsWith(".jsa")).findFirst().orElseThrow();
    return out().resolve("archive").resolve(name);
  }

  private Path clone(String name) throws IOException, URISyntaxException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path script = Path.of("..", "almanac").toAbsolutePath().normalize();
    executable(home.resolve("almanac"), Files.readString(script));
    executable(home.resolve("mvnw"), MAVEN);
    Path built = Files.createDirectories(home.resolve("built"));
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.copy(classes.resolveSibling("java.options"), built.resolve("java.options"));
    Files.writeString(built.resolve("training.sql"), "SELECT 1");
    Files.writeString(built.resolve("class-path.txt"), classPath());
    return home;
  }

  /** The clone that was run, with times and all; its class path is still that of the first. */
  private Path copy(String name) throws Exception {
    Path to = folder.resolve(name);
    Run copied = run(List.of(), List.of("cp", "-Rp", made.toString(), to.toString()));
    assertThat(copied.code()).isZero();
    return to;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part -> Files.exists(Path.of(part)))
        .collect(joining(File.pathSeparator));
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(String archive, String... arguments) throws Exception {
    List<String> environment = new ArrayList<>(List.of("ALMANAC_ARCHIVE=" + archive));
    List<String> command = new ArrayList<>(List.of(clone.resolve("almanac").toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  private Run run(String archive, String option, String[] arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(clone.resolve("almanac").toString()));
    command.addAll(List.of(arguments));
    return run(List.of("ALMANAC_ARCHIVE=" + archive, "ALMANAC_JAVA_OPTS=" + option), command);
  }

  private Run run(List<String> environment, List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("ALMANAC_TEST_CALLS", clone.resolve("calls").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TERM", "xterm");
    builder.environment().merge("PATH", programs.toString(), (path, added) -> added + ":" + path);
    for (String variable : environment) {
      int equals = variable.indexOf('=');
      builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail("did not end: " + command);
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
