package dev.almanac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a Spark that Almanac cannot work in. */
class InstallationTest {

  private static final String CLASS = "dev/almanac/Installation.class";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"4.1.0, 2.13.16", "4.1.1, 2.13.17", "4.1.1-amzn-0, 2.13.17", "4.1.2, 2.13.99"})
  void theseVersionsFit(String spark, String scala) {
    assertThat(Installation.versionProblem(spark, scala)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.5.7, 2.12.18",
    "3.5.7, 2.13.8",
    "4.0.1, 2.13.16",
    "4.1.1, 2.12.18",
    "4.10.0, 2.13.17",
    "4.2.0, 2.13.18"
  })
  void othersAreRefusedWithWhatIsNeeded(String spark, String scala) {
    assertThat(Installation.versionProblem(spark, scala).orElseThrow())
        .startsWith("[ALMANAC_MISCONFIGURED] Cannot use Almanac in Spark " + spark)
        .contains("with Scala " + scala, "for Spark 4.1 with Scala 2.13", "SQLSTATE: F0000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | -",
        "io.delta.sql.DeltaSparkSessionExtension | -",
        "dev.almanac.AlmanacExtension | names dev.almanac.AlmanacExtension, and there is no such class (did you mean dev.almanac.AlmanacExtensions?)",
        "dev.almanac.sql.AlmanacExtensions | names dev.almanac.sql.AlmanacExtensions, and there",
        "a.B, dev.alamanc.AlmanacExtensions | names dev.alamanc.AlmanacExtensions, and there",
        "dev.almanac.AlmanacExtensions | its jar was not on Spark's class path when the session was started",
      })
  void aMistypedExtensionIsNamed(String named, String said) {
    String wayOut = Installation.addExtension(named);
    if (said == null) {
      assertThat(wayOut).isEqualTo(Installation.ADD_EXTENSION);
    } else {
      assertThat(wayOut).contains(said);
    }
  }

  @Test
  void thisOneFits() {
    assertThatCode(Installation::check).doesNotThrowAnyException();
    assertThat(Installation.fits()).isTrue();
  }

  @Test
  void twoJarsAreFoundAndNamed() throws IOException {
    Path one = jar("almanac-0.1.jar");
    Path two = jar("almanac-0.2.jar");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {one.toUri().toURL(), two.toUri().toURL()}, null)) {
      Set<String> places = Installation.places(loader);

      assertThat(places)
          .containsExactly(one.toUri().toURL().toString(), two.toUri().toURL().toString());
      assertThat(Installation.doubled(places).orElseThrow())
          .contains("2 times", "almanac-0.1.jar", "almanac-0.2.jar", "--jars");
    }
  }

  @Test
  void oneJarIsAsItShouldBe() throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar("one.jar").toUri().toURL()}, null)) {
      assertThat(Installation.doubled(Installation.places(loader))).isEmpty();
    }
  }

  private Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        InputStream bytes = Installation.class.getClassLoader().getResourceAsStream(CLASS)) {
      entries.putNextEntry(new JarEntry(CLASS));
      bytes.transferTo(entries);
      entries.closeEntry();
    }
    return jar;
  }
}
