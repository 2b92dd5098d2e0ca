package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://AKID:HUSH@bucket/x",
        "s3://AKID:HU/SH@bucket/x",
        "s3a://HUSH@bucket",
        "gs://HUSH@bucket/x",
        "S3A://AKID:HUSH@bucket/x",
        "hdfs://user:HUSH@host/x",
        "abfss://container:HUSH@account.dfs.core.windows.net/x",
      })
  void credentialsAreRefusedAndNotShown(String location) {
    assertThatThrownBy(() -> Location.check(location, "store.s.location"))
        .hasMessageContaining("store.s.location")
        .hasMessageNotContaining("HU")
        .hasMessageNotContaining("AKID:");
  }

  @ParameterizedTest
  @CsvSource({
    "s3://AKID:HUSH@bucket/x, s3.secret-key",
    "gs://HUSH@bucket/x, gcs.key-file",
    "mongodb://user:HUSH@host/db, mongodb.uri",
    "mongodb+srv://user:HUSH@host/db, mongodb+srv://host/database",
    "hdfs://user:HUSH@host/x, hadoop.*",
  })
  void theKeysToSetInsteadAreThoseOfTheStore(String location, String instead) {
    assertThatThrownBy(() -> Location.check(location, "store.s.location"))
        .hasMessageContaining(instead)
        .hasMessageNotContaining("HUSH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data",
        "file:/data/a@b",
        "s3a://bucket/a@b",
        "s3a://bucket/a:b@c",
        "gs://bucket/x",
        "hdfs://host:8020/x@y",
        "hdfs://user@host:8020/x",
        "abfss://container@account.dfs.core.windows.net/x",
      })
  void othersAreFine(String location) {
    assertThatCode(() -> Location.check(location, "k")).doesNotThrowAnyException();
  }
}
