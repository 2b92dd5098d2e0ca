package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingClientTest {

  private final Throwable missing = new RuntimeException(new ClassNotFoundException("x"));

  @ParameterizedTest
  @CsvSource({
    "s3a, --packages org.apache.hadoop:hadoop-aws:",
    "abfss, --packages org.apache.hadoop:hadoop-azure:",
  })
  void theWayOutNamesTheModuleOfThisHadoop(String scheme, String way) {
    assertThat(MissingClient.explain(scheme, missing).orElseThrow())
        .contains(scheme + ":")
        .endsWith(way + VersionInfo.getVersion());
  }

  @Test
  void googlesClientIsAJar() {
    assertThat(MissingClient.explain("gs", missing).orElseThrow())
        .contains("--jars gcs-connector-", "-shaded.jar");
  }

  @Test
  void othersAreTheUsersToName() {
    assertThat(MissingClient.explain("xyz", new UnsupportedFileSystemException("no xyz")))
        .hasValueSatisfying(text -> assertThat(text).contains("hadoop.fs.xyz.impl"));
    assertThat(MissingClient.explain("xyz", new NoClassDefFoundError("a/B"))).isPresent();
  }

  @Test
  void otherErrorsAreNotAboutIt() {
    assertThat(MissingClient.explain("s3a", new IOException("x"))).isEmpty();
  }
}
