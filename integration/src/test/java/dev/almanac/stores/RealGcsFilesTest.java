package dev.almanac.stores;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Google Cloud Storage, or a server that speaks its JSON API: {@code ALMANAC_TEST_GCS_BUCKET}, and
 * {@code ..._ENDPOINT} where it is not Google's, {@code ..._PROJECT} and {@code ..._KEY_FILE};
 * without a key file, anonymously.
 */
@EnabledIfEnvironmentVariable(named = "ALMANAC_TEST_GCS_BUCKET", matches = ".+")
class RealGcsFilesTest extends FilesContract {

  private static JsonApiStore store;

  @BeforeAll
  static void open() {
    String endpoint =
        Environment.variable("ALMANAC_TEST_GCS_ENDPOINT", "https://storage.googleapis.com");
    String keyFile = Environment.variable("ALMANAC_TEST_GCS_KEY_FILE", "");
    Map<String, String> options = new HashMap<>();
    options.put("gcs.endpoint", endpoint);
    options.put("gcs.project-id", Environment.variable("ALMANAC_TEST_GCS_PROJECT", "test"));
    if (keyFile.isEmpty()) {
      options.put("gcs.anonymous", "true");
    } else {
      options.put("gcs.key-file", keyFile);
    }
    store =
        new JsonApiStore(
            endpoint, Environment.variable("ALMANAC_TEST_GCS_BUCKET"), options, keyFile);
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
