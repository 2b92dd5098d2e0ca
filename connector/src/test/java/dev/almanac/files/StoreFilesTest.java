package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store's options as what its client reads. */
class StoreFilesTest {

  private static Configuration hadoop(String location, String... options) {
    return StoreFiles.of(Stores.at(location, options), new Configuration(false)).hadoop();
  }

  private static String value(String key, String location, String... options) {
    return hadoop(location, options).get(key, "");
  }

  @ParameterizedTest
  @CsvSource({
    "s3.endpoint, http://minio:9000, fs.s3a.endpoint, http://minio:9000",
    "s3.endpoint, http://minio:9000, fs.s3a.endpoint.region, us-east-1",
    "s3.endpoint, http://minio:9000, fs.s3a.path.style.access, true",
    "s3.endpoint, https://s3.eu-west-1.amazonaws.com, fs.s3a.endpoint.region, ''",
    "s3.endpoint, https://s3.eu-west-1.amazonaws.com, fs.s3a.path.style.access, ''",
    "s3.region, eu-west-1, fs.s3a.endpoint.region, eu-west-1",
    "s3.region, eu-west-1, fs.s3a.endpoint, ''",
    "s3.path-style, true, fs.s3a.path.style.access, true",
    "s3.anonymous, true, fs.s3a.aws.credentials.provider,"
        + " org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider",
    "s3.anonymous, false, fs.s3a.aws.credentials.provider, ''",
    "hadoop.fs.s3a.connection.maximum, 7, fs.s3a.connection.maximum, 7",
  })
  void optionsOfS3(String option, String value, String setting, String expected) {
    assertThat(value(setting, "s3a://b/x", option, value)).isEqualTo(expected);
  }

  @Test
  void whatTheStoreSaysComesBeforeWhatFollowsFromIt() {
    Configuration hadoop =
        hadoop(
            "s3a://b/x",
            "s3.endpoint",
            "http://minio:9000",
            "s3.region",
            "here",
            "s3.path-style",
            "false",
            "hadoop.fs.s3a.endpoint.region",
            "there");

    assertThat(hadoop.get("fs.s3a.path.style.access")).isEqualTo("false");
    assertThat(hadoop.get("fs.s3a.endpoint.region")).isEqualTo("there");
  }

  @Test
  void keysOfS3() {
    Configuration hadoop = hadoop("s3a://b/x", "s3.access-key", "id", "s3.secret-key", "secret");

    assertThat(hadoop.get("fs.s3a.access.key")).isEqualTo("id");
    assertThat(hadoop.get("fs.s3a.secret.key")).isEqualTo("secret");
    assertThat(hadoop.get("fs.s3a.aws.credentials.provider"))
        .isEqualTo("org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
  }

  @Test
  void temporaryKeysOfS3() {
    Configuration hadoop =
        hadoop(
            "s3a://b/x",
            "s3.access-key",
            "id",
            "s3.secret-key",
            "secret",
            "s3.session-token",
            "token");

    assertThat(hadoop.get("fs.s3a.session.token")).isEqualTo("token");
    assertThat(hadoop.get("fs.s3a.aws.credentials.provider"))
        .isEqualTo("org.apache.hadoop.fs.s3a.TemporaryAWSCredentialsProvider");
  }

  /** A bucket's own settings, and key stores, are asked first by the client. */
  @Test
  void settingsOfTheSessionThatWouldOutweighTheStoresAreTakenAway() {
    Configuration session = new Configuration(false);
    session.set("fs.s3a.bucket.b.access.key", "session");
    session.set("fs.s3a.bucket.b.endpoint", "session");
    session.set("fs.s3a.bucket.b.connection.maximum", "9");
    session.set("fs.s3a.bucket.other.access.key", "session");
    session.set("hadoop.security.credential.provider.path", "jceks://file/x");

    Configuration hadoop =
        StoreFiles.of(
                Stores.at(
                    "s3a://b/x",
                    "s3.endpoint",
                    "http://m",
                    "s3.access-key",
                    "id",
                    "s3.secret-key",
                    "secret"),
                session)
            .hadoop();

    assertThat(hadoop.get("fs.s3a.bucket.b.access.key")).isNull();
    assertThat(hadoop.get("fs.s3a.bucket.b.endpoint")).isNull();
    assertThat(hadoop.get("fs.s3a.bucket.b.connection.maximum")).isEqualTo("9");
    assertThat(hadoop.get("fs.s3a.bucket.other.access.key")).isEqualTo("session");
    assertThat(hadoop.get("hadoop.security.credential.provider.path")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "s3.access-key, x, s3.region, y, belong together",
    "s3.secret-key, x, s3.region, y, belong together",
    "s3.session-token, x, s3.region, y, belong together",
    "s3.anonymous, true, s3.access-key, x, sign nothing",
  })
  void contradictionsAreRefused(
      String key, String value, String other, String otherValue, String said) {
    assertThatThrownBy(() -> hadoop("s3a://b/x", key, value, other, otherValue))
        .hasMessageContaining(key)
        .hasMessageContaining(" of store lake.s")
        .hasMessageContaining(said)
        .hasMessageContaining("ALMANAC_INVALID_OPTION");
  }

  @ParameterizedTest
  @CsvSource({
    "gcs.endpoint, http://g, fs.gs.storage.root.url, http://g",
    "gcs.project-id, p, fs.gs.project.id, p",
    "gcs.key-file, /k.json, fs.gs.auth.service.account.json.keyfile, /k.json",
    "gcs.key-file, /k.json, fs.gs.auth.type, SERVICE_ACCOUNT_JSON_KEYFILE",
    "gcs.anonymous, true, fs.gs.auth.type, UNAUTHENTICATED",
    "gcs.anonymous, false, fs.gs.auth.type, APPLICATION_DEFAULT",
    "hadoop.fs.gs.auth.type, COMPUTE_ENGINE, fs.gs.auth.type, COMPUTE_ENGINE",
  })
  void optionsOfGoogle(String option, String value, String setting, String expected) {
    assertThat(value(setting, "gs://b/x", option, value)).isEqualTo(expected);
  }

  @Test
  void aSessionsWayOfAuthenticationStays() {
    Configuration session = new Configuration(false);
    session.set("fs.gs.auth.type", "COMPUTE_ENGINE");

    assertThat(StoreFiles.of(Stores.at("gs://b/x"), session).hadoop().get("fs.gs.auth.type"))
        .isEqualTo("COMPUTE_ENGINE");
  }

  @Test
  void anonymousWithAKeyFileIsRefused() {
    assertThatThrownBy(() -> hadoop("gs://b/x", "gcs.anonymous", "true", "gcs.key-file", "/k"))
        .hasMessageContaining("gcs.key-file");
    assertThatThrownBy(
            () ->
                GcsSettings.checkKeyFile(
                    Stores.at("gs://b/x"), hadoop("gs://b/x", "gcs.key-file", "/no/k")))
        .hasMessageContaining("Invalid value '/no/k' of gcs.key-file")
        .hasMessageContaining("every executor");
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/x, s3a://b/x",
    "S3://b/x y%20z, s3a://b/x y%20z",
    "s3n://b/x, s3a://b/x",
    "s3://b, s3a://b/",
    "s3://b/, s3a://b/",
    "s3a://b/x, s3a://b/x",
    "gs://b/x, gs://b/x",
    "abfss://c@a.dfs.core.windows.net/x, abfss://c@a.dfs.core.windows.net/x",
    "/data, /data",
  })
  void schemesAreTheClients(String location, String expected) {
    assertThat(StoreFiles.of(Stores.at(location), new Configuration(false)).location().toString())
        .isEqualTo(expected);
  }

  /** As on clusters with a client of their own for s3. */
  @Test
  void aSchemeThatTheSessionHasAClientForIsLeftAlone() {
    Configuration session = new Configuration(false);
    session.set("fs.s3.impl", "com.example.Client");

    assertThat(StoreFiles.of(Stores.at("s3://b/x"), session).location().toString())
        .isEqualTo("s3://b/x");
  }

  @Test
  void storesOfOneBucketAndOtherSettingsHaveOtherClients() {
    String one = StoreFiles.settingsId(hadoop("s3a://b/x", "s3.endpoint", "http://one"));
    String same = StoreFiles.settingsId(hadoop("s3a://b/y", "s3.endpoint", "http://one"));
    String other = StoreFiles.settingsId(hadoop("s3a://b/x", "s3.endpoint", "http://other"));

    assertThat(one).isEqualTo(same).isNotEqualTo(other);
  }

  /** What a query sets for its formats must not make a new client. */
  @Test
  void otherSettingsChangeNoClient() {
    Configuration session = new Configuration(false);
    session.set("spark.sql.parquet.x", "1");
    session.set("parquet.y", "1");

    assertThat(StoreFiles.settingsId(StoreFiles.of(Stores.at("s3a://b/x"), session).hadoop()))
        .isEqualTo(StoreFiles.settingsId(hadoop("s3a://b/x")));
  }

  @Test
  void theClientItselfIsMadeByTheSettingsThatTheSessionHad() {
    Configuration session = new Configuration(false);
    session.set("fs.s3a.impl", "com.example.Client");

    Configuration hadoop = StoreFiles.of(Stores.at("s3a://b/x"), session).hadoop();

    assertThat(hadoop.get("fs.s3a.impl")).isEqualTo(StoreFileSystem.class.getName());
    assertThat(StoreFiles.forClient(hadoop, "s3a").get("fs.s3a.impl"))
        .isEqualTo("com.example.Client");
    assertThat(StoreFiles.forClient(hadoop("hdfs://h/x"), "hdfs").get("fs.hdfs.impl")).isNull();
  }

  @Test
  void theDiskIsReadAsItIs() {
    assertThat(value("fs.file.impl", "file:/data")).isEmpty();
    assertThat(value("fs.file.impl", "/data")).isEmpty();
  }

  @Test
  void whatIsPrintedHasNoValues() {
    StoreFiles files =
        StoreFiles.of(
            Stores.at("s3a://b/x", "s3.access-key", "id", "s3.secret-key", "hushhush"),
            new Configuration(false));
    ClientSettings settings =
        S3Settings.of(
            Stores.at("s3a://b/x"),
            new TreeMap<>(Map.of("s3.access-key", "id", "s3.secret-key", "hushhush")),
            "b");

    assertThat(files.toString() + settings).doesNotContain("hushhush");
  }
}
