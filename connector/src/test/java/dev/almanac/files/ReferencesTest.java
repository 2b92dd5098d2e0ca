package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

  @TempDir Path folder;

  private final References references =
      new References(
          Map.of("KEY", "k$1\\e", "EMPTY", "", "NESTED", "${env:KEY}")::get, this::keyStores);

  private Configuration keyStores() {
    Configuration hadoop = new Configuration(false);
    hadoop.set(
        "hadoop.security.credential.provider.path", "jceks://file" + folder.resolve("keys.jceks"));
    return hadoop;
  }

  @Test
  void aHadoopKeyStoresAlias() throws IOException {
    CredentialProvider keys = CredentialProviderFactory.getProviders(keyStores()).get(0);
    keys.createCredentialEntry("mongo.uri", "mongodb://u:p@h/".toCharArray());
    keys.flush();

    assertThat(references.resolve("mongodb.uri", "${credential:mongo.uri}"))
        .isEqualTo("mongodb://u:p@h/");
    assertThatThrownBy(() -> references.resolve("mongodb.uri", "${credential:mongo}"))
        .hasMessageContaining("mongodb.uri")
        .hasMessageContaining("keys.jceks")
        .hasMessageContaining("no alias mongo")
        .hasMessageContaining("hadoop credential create mongo");
  }

  @Test
  void withoutAKeyStoreThatIsSaid() {
    References none = new References(name -> "", () -> new Configuration(false));

    assertThatThrownBy(() -> none.resolve("s3.secret-key", "${credential:x}"))
        .hasMessageContaining("no key store is set")
        .hasMessageContaining("hadoop.hadoop.security.credential.provider.path");
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "${env:KEY}, k$1\\e",
    "a${env:KEY}b${env:EMPTY}c, ak$1\\ebc",
    "${env:NESTED}, ${env:KEY}",
    "${other:KEY}, ${other:KEY}",
    "$env:KEY, $env:KEY",
    "'', ''",
  })
  void variables(String value, String expected) {
    assertThat(references.resolve("s3.secret-key", value)).isEqualTo(expected);
  }

  @Test
  void aFilesLastLineBreakDoesNotCount() throws IOException {
    Path file = Files.writeString(folder.resolve("a secret"), " first\nsecond \r\n");

    assertThat(references.resolve("s3.secret-key", "${file:" + file + "}"))
        .isEqualTo(" first\nsecond");
  }

  @Test
  void aFileIsReadEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "one");
    String value = "${file:" + file + "}";
    assertThat(references.resolve("k", value)).isEqualTo("one");

    Files.writeString(file, "two");

    assertThat(references.resolve("k", value)).isEqualTo("two");
  }

  @ParameterizedTest
  @CsvSource({
    "${env:NOTHING}, NOTHING, driver",
    "${file:/no/such/file}, /no/such/file, cannot be read",
  })
  void whatIsNotThereIsNamed(String value, String name, String said) {
    assertThatThrownBy(() -> references.resolve("s3.secret-key", value))
        .hasMessageContaining("s3.secret-key")
        .hasMessageContaining(name)
        .hasMessageContaining(said);
  }
}
