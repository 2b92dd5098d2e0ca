package dev.almanac.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Google's emulator as a process of its own, or a server that runs already.
 *
 * @param address {@code host:port}
 * @param process empty where the server is not ours
 */
record FirestoreEmulator(String address, Optional<Process> process) implements AutoCloseable {

  private static final String HOST = "ALMANAC_TEST_FIRESTORE_HOST";
  private static final String JAR = "ALMANAC_TEST_FIRESTORE_EMULATOR_JAR";

  /**
   * Whether the environment names a server or an emulator's jar, or the emulator's package has one.
   */
  static boolean isThere() {
    return System.getenv(HOST) != null || jar().isPresent();
  }

  private static Optional<String> jar() {
    return Optional.ofNullable(System.getenv(JAR)).or(FirestoreEmulator::installed);
  }

  private static Optional<String> installed() {
    try {
      Process list =
          new ProcessBuilder("dpkg", "-L", "google-cloud-cli-firestore-emulator")
              .redirectErrorStream(true)
              .start();
      String files = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return files.lines().filter(line -> line.endsWith("firestore-emulator.jar")).findFirst();
    } catch (IOException e) {
      return Optional.empty(); // a system without dpkg
    }
  }

  static FirestoreEmulator start() throws IOException, InterruptedException {
    if (System.getenv(HOST) != null) {
      return new FirestoreEmulator(System.getenv(HOST), Optional.empty());
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.language=en",
                "-cp",
                jar().orElseThrow(),
                "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
                "--host=127.0.0.1",
                "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort(port, process);
    return new FirestoreEmulator("127.0.0.1:" + port, Optional.of(process));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port, Process process)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline || !process.isAlive()) {
          process.destroyForcibly();
          throw new IOException("the emulator did not start", e);
        }
        Thread.sleep(100);
      }
    }
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroy);
  }
}
