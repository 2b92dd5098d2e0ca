package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server of Google Cloud Storage's JSON API, read by gcs-connector. */
class GcsFilesTest extends WireFilesContract {

  @Override
  protected WireStore store() {
    return Servers.gcs();
  }

  /** The client asks for the object's generation before it reads. */
  @Override
  protected int requestsToPlan(String suffix) {
    return 3;
  }

  @Test
  void aKeyFileIsExchangedForAToken() {
    GcsStore gcs = Servers.gcs();
    String bucket = "private-" + folder;
    gcs.server().createBucket(bucket);
    gcs.server().put(bucket, "t/" + DAY1 + "a.parquet", rowsOf("parquet", 10));
    gcs.server().restrict(bucket, "reader@test");
    registerWithKey("reader", bucket);
    registerWithKey("stranger", bucket);
    register("nobody", "gs://" + bucket, gcs.hastyOptions());

    assertThat(number("SELECT count(id) FROM " + catalog + ".reader.t FOR '2024-01-01'"))
        .isEqualTo(10);
    Errors.thrownBy(
            Condition.CANNOT_READ_FILE,
            () -> rows("SELECT * FROM " + catalog + ".stranger.t FOR '2024-01-01'"))
        .contains("store stranger", bucket, "access is denied");
    Errors.thrownBy(
            Condition.CANNOT_READ_FILE,
            () -> rows("SELECT * FROM " + catalog + ".nobody.t FOR '2024-01-01'"))
        .contains("store nobody", bucket, "does not accept the credentials");
  }

  private void registerWithKey(String account, String bucket) {
    GcsStore gcs = Servers.gcs();
    Path keyFile = temporary.resolve(account + ".json");
    gcs.server().accounts().create(account + "@test", keyFile, gcs.proxy().url());
    Map<String, String> options =
        S3Store.with(gcs.hastyOptions(), Map.of("gcs.key-file", keyFile.toString()));
    options.remove("gcs.anonymous");
    register(account, "gs://" + bucket, options);
  }

  /**
   * The client gives up after ten attempts, with pauses that add up to a minute, whatever its
   * settings.
   */
  private static final String SLOW = "almanac.test.slow";

  @Override
  @Test
  @EnabledIfSystemProperty(named = SLOW, matches = "true")
  void badCredentials() {
    super.badCredentials();
  }

  @Override
  @Test
  @EnabledIfSystemProperty(named = SLOW, matches = "true")
  void noServer() {
    super.noServer();
  }

  @Override
  @Test
  @EnabledIfSystemProperty(named = SLOW, matches = "true")
  void aServerThatDoesNotAnswer() {
    super.aServerThatDoesNotAnswer();
  }
}
