package dev.almanac.stores;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Any S3 server that is there already: {@code ALMANAC_TEST_S3_ENDPOINT}, {@code ..._BUCKET}, {@code
 * ..._REGION}, {@code ..._ACCESS_KEY} and {@code ..._SECRET_KEY}.
 */
@EnabledIfEnvironmentVariable(named = "ALMANAC_TEST_S3_ENDPOINT", matches = ".+")
class RealS3FilesTest extends FilesContract {

  private static HadoopStore store;

  @BeforeAll
  static void open() {
    String endpoint = Environment.variable("ALMANAC_TEST_S3_ENDPOINT");
    String region = Environment.variable("ALMANAC_TEST_S3_REGION", "us-east-1");
    String key = Environment.variable("ALMANAC_TEST_S3_ACCESS_KEY");
    String secret = Environment.variable("ALMANAC_TEST_S3_SECRET_KEY");
    store =
        new HadoopStore(
            "s3a://" + Environment.variable("ALMANAC_TEST_S3_BUCKET"),
            Map.of(
                "s3.endpoint", endpoint,
                "s3.region", region,
                "s3.access-key", key,
                "s3.secret-key", secret),
            Map.of(
                "fs.s3a.endpoint", endpoint,
                "fs.s3a.endpoint.region", region,
                "fs.s3a.path.style.access", "true",
                "fs.s3a.access.key", key,
                "fs.s3a.secret.key", secret));
  }

  @AfterAll
  static void close() {
    if (store != null) {
      store.close();
    }
  }

  @Override
  protected TestStore store() {
    return store;
  }

  @Override
  protected int manyFiles() {
    return 1_100; // more than a page, and each has to be written
  }
}
