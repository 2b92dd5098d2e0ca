package dev.almanac.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firestore.v1.RunQueryRequest;
import dev.almanac.firestore.testing.Documents;
import dev.almanac.firestore.testing.FakeFirestore;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users get works with Spark as it is, and brings nothing into Spark's packages. */
class ShadedJarIT {

  private static final Path JAR = Path.of(System.getProperty("firestore.jar"));

  /** Google's client and what only it needs; Spark's own protobuf too, which must not matter. */
  private static final String CLIENT =
      "(grpc|gax|google|proto-google|protobuf|api-common|opencensus|perfmark|threeten|conscrypt|"
          + "gson|re2j|httpc|auto-value).*\\.jar";

  private static final String QUERY =
      "SELECT sum(n), max(_id), count(*) FROM lake.fs.users WHERE n > 0";
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  @Test
  void allClassesAreInOurPackages() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.matches("(META-INF/versions/\\d+/)?dev/almanac/firestore/.*"));
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("META-INF/services/dev.almanac.store.Connector")
          .noneMatch(name -> name.startsWith("META-INF/native/"))
          .filteredOn(name -> name.startsWith("META-INF/services/io.grpc"))
          .isEmpty();
    }
  }

  @Test
  void readsADatabaseInASparkOfItsOwn() throws IOException, InterruptedException {
    try (FakeFirestore server = new FakeFirestore();
        Documents documents = new Documents(server.address(), "p")) {
      documents.put("users/a", Map.of("n", 1L));
      documents.put("users/b", Map.of("n", 2L));

      assertThat(run(true, List.of(), QUERY, "firestore.emulator-host=" + server.address()).lines())
          .containsExactly("3,b,2");
    }
  }

  /** As with Google's service: what is encrypted does not depend on native code. */
  @Test
  void speaksTls() throws Exception {
    Path store = folder.resolve("keys.p12");
    KeyManagerFactory keys = keys(store);
    try (FakeFirestore server = FakeFirestore.encrypted(keys)) {
      String output =
          run(
              true,
              List.of(
                  "-Djavax.net.ssl.trustStore=" + store,
                  "-Djavax.net.ssl.trustStorePassword=" + PASSWORD),
              "SELECT * FROM lake.fs.users",
              "firestore.endpoint=localhost:" + server.port(),
              "firestore.anonymous=true");

      assertThat(output).contains("TABLE_OR_VIEW_NOT_FOUND");
      assertThat(server.requests(RunQueryRequest.class)).isNotEmpty();
    }
  }

  private static KeyManagerFactory keys(Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    trust(made);
    try (OutputStream output = Files.newOutputStream(store)) {
      made.store(output, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(made, PASSWORD.toCharArray());
    return keys;
  }

  /** A key's own certificate is only trusted as an entry of its own. */
  private static void trust(KeyStore keys) throws Exception {
    keys.setCertificateEntry("trusted", keys.getCertificate("test"));
  }

  @Test
  void withoutTheJarTheErrorSaysHowToAddIt() throws IOException, InterruptedException {
    assertThat(run(false, List.of(), "SELECT * FROM lake.fs.users"))
        .contains("[ALMANAC_MISSING_CLIENT]")
        .contains("--jars almanac-firestore-");
  }

  private String run(boolean withJar, List<String> properties, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(properties);
    command.addAll(List.of("-cp", classPath(withJar), JarProbe.class.getName()));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(() -> read(errors)).isZero();
    return output;
  }

  private static String classPath(boolean withJar) {
    List<String> path = new ArrayList<>();
    if (withJar) {
      path.add(JAR.toString());
    }
    Path ours = JAR.getParent().resolve("classes");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      boolean thisModule =
          file.equals(ours) || file.getFileName().toString().startsWith("almanac-firestore");
      if (!thisModule && !file.getFileName().toString().matches(CLIENT)) {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
