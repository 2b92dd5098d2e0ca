package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "s3.access-key, true",
    "s3.secret-key, true",
    "s3.session-token, true",
    "hadoop.fs.s3a.access.key, true",
    "hadoop.fs.s3a.encryption.key, true",
    "hadoop.fs.azure.account.key.a.dfs.core.windows.net, true",
    "hadoop.fs.azure.account.oauth2.client.secret, true",
    "hadoop.fs.azure.sas.fixed.token, true",
    "hadoop.fs.gs.auth.service.account.private.key, true",
    "hadoop.javax.jdo.option.ConnectionPassword, true",
    "s3.endpoint, false",
    "gcs.key-file, false",
    "location, false",
    "partition-scheme, false",
  })
  void areToldByTheirKeys(String key, boolean secret) {
    assertThat(Secrets.isSecret(key)).isEqualTo(secret);
    assertThat(Secrets.redacted(Map.of(key, "hush")))
        .isEqualTo(Map.of(key, secret ? "*********(redacted)" : "hush"));
  }

  @Test
  void areTakenOutOfMessages() {
    List<String> secrets =
        Secrets.values(
            Map.of("s3.secret-key", "hush-hush", "s3.session-token", "", "location", "s3a://b"));
    Exception told = new IOException("s3a://b does not take the key \"hush-hush\".");

    assertThat(secrets).containsExactly("hush-hush");
    assertThat(Secrets.hidden(told.getMessage(), secrets))
        .isEqualTo("s3a://b does not take the key \"*********(redacted)\".");
    assertThat(Secrets.areToldBy(new IllegalStateException("no", told), secrets)).isTrue();
    assertThat(Secrets.areToldBy(new IllegalStateException("no"), secrets)).isFalse();
    IllegalStateException kept = new IllegalStateException("no");
    kept.addSuppressed(new IllegalArgumentException(told));
    assertThat(Secrets.areToldBy(kept, secrets)).isTrue();
  }
}
