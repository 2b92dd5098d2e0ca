package dev.almanac;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundle jar holds what {@code bundle-content.txt} says: each package with classes, and each
 * other file by name. A change of it is a decision to be seen in review; after one, {@code ./mvnw
 * verify -pl catalyst-ext -am -Dbundle.update=true} writes the list anew.
 */
class BundleIT {

  private static final int JAVA_17 = 61;

  private static JarFile bundle;

  @BeforeAll
  static void open() throws IOException {
    bundle = new JarFile(System.getProperty("bundle.jar"));
  }

  @AfterAll
  static void close() throws IOException {
    bundle.close();
  }

  @Test
  void holdsWhatTheCheckedInListSays() throws IOException {
    Path list = Path.of(System.getProperty("bundle.content"));
    String found =
        entries().map(BundleIT::listed).distinct().sorted().collect(joining("\n", "", "\n"));
    if (Boolean.getBoolean("bundle.update")) {
      Files.writeString(list, found);
    }
    assertThat(found).isEqualTo(Files.readString(list));
  }

  @Test
  void bringsNoClassIntoAForeignPackage() {
    assertThat(classes()).isNotEmpty().allMatch(name -> name.startsWith("dev/almanac/"));
  }

  @Test
  void holdsNoTests() {
    assertThat(classes()).noneMatch(name -> name.matches(".*(Test|IT|Spec)(\\$.*)?\\.class"));
  }

  @Test
  void runsOnJava17() throws IOException {
    for (String name : classes().toList()) {
      try (DataInputStream header =
          new DataInputStream(bundle.getInputStream(bundle.getEntry(name)))) {
        assertThat(header.readInt()).as("magic of %s", name).isEqualTo(0xCAFEBABE);
        header.readUnsignedShort(); // minor version
        assertThat(header.readUnsignedShort())
            .as("version of %s", name)
            .isLessThanOrEqualTo(JAVA_17);
      }
    }
  }

  private static Stream<String> entries() {
    return bundle.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
  }

  private static Stream<String> classes() {
    return entries().filter(name -> name.endsWith(".class"));
  }

  private static String listed(String entry) {
    return entry.endsWith(".class")
        ? entry.substring(0, entry.lastIndexOf('/') + 1) + "*.class"
        : entry;
  }
}
