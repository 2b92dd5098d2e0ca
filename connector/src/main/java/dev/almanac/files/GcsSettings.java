package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import java.util.Map;
import java.util.Optional;

/** Options {@code gcs.*} as settings of Google's Hadoop client, gcs-connector. */
final class GcsSettings {

  private static final String AUTHENTICATION = "fs.gs.auth.type";
  private static final String CLIENT = "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem";

  private GcsSettings() {}

  /**
   * Translates a store's options.
   *
   * @param options the store's, with references resolved
   * @throws AlmanacException INVALID_OPTION where options contradict one another
   */
  static ClientSettings of(Store store, Map<String, String> options) {
    ClientSettings.Builder settings = new ClientSettings.Builder();
    // By name: Hadoop looks for clients that register themselves once, mostly before --jars come.
    settings.byDefault("fs.gs.impl", CLIENT);
    // The client's default asks two things at once where the answer to the first is enough.
    settings.byDefault("fs.gs.status.parallel.enable", "false");
    option(options, Option.GCS_ENDPOINT)
        .ifPresent(value -> settings.set("fs.gs.storage.root.url", value));
    option(options, Option.GCS_PROJECT_ID)
        .ifPresent(value -> settings.set("fs.gs.project.id", value));
    boolean anonymous =
        option(options, Option.GCS_ANONYMOUS).map(Boolean::parseBoolean).orElse(false);
    Optional<String> keyFile = option(options, Option.GCS_KEY_FILE);
    if (anonymous && keyFile.isPresent()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot open "
              + store
              + ": gcs.anonymous = true says to show no identity, and gcs.key-file names one. Leave"
              + " out the one or the other.");
    }
    if (anonymous) {
      settings.set(AUTHENTICATION, "UNAUTHENTICATED");
    } else if (keyFile.isPresent()) {
      settings.set(AUTHENTICATION, "SERVICE_ACCOUNT_JSON_KEYFILE");
      settings.set("fs.gs.auth.service.account.json.keyfile", keyFile.get());
    } else {
      settings.byDefault(AUTHENTICATION, "APPLICATION_DEFAULT");
    }
    return settings.build();
  }

  private static Optional<String> option(Map<String, String> options, Option option) {
    return Optional.ofNullable(options.get(option.key())).filter(value -> !value.isBlank());
  }
}
