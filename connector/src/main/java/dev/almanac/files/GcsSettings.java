package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.FileOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Options {@code gcs.*} as settings of Google's Hadoop client, gcs-connector. */
final class GcsSettings {

  private static final String AUTHENTICATION = "fs.gs.auth.type";
  private static final String KEY_FILE_TYPE = "SERVICE_ACCOUNT_JSON_KEYFILE";
  private static final String KEY_FILE = "fs.gs.auth.service.account.json.keyfile";
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
    option(options, FileOptions.GCS_ENDPOINT)
        .ifPresent(value -> settings.set("fs.gs.storage.root.url", value));
    option(options, FileOptions.GCS_PROJECT_ID)
        .ifPresent(value -> settings.set("fs.gs.project.id", value));
    boolean anonymous =
        option(options, FileOptions.GCS_ANONYMOUS).map(Boolean::parseBoolean).orElse(false);
    Optional<String> keyFile = option(options, FileOptions.GCS_KEY_FILE);
    if (anonymous && keyFile.isPresent()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          store.setting(FileOptions.GCS_ANONYMOUS, "true")
              + " says to show no identity, and "
              + store.place(FileOptions.GCS_KEY_FILE)
              + " names one. Leave out the one or the other.");
    }
    if (anonymous) {
      settings.set(AUTHENTICATION, "UNAUTHENTICATED");
    } else if (keyFile.isPresent()) {
      settings.set(AUTHENTICATION, KEY_FILE_TYPE);
      settings.set(KEY_FILE, keyFile.get());
    } else {
      settings.byDefault(AUTHENTICATION, "APPLICATION_DEFAULT");
    }
    return settings.build();
  }

  /**
   * Looks for the key file, of which the client would only say that some file is not there.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void checkKeyFile(Store store, Configuration hadoop) {
    String file = hadoop.get(KEY_FILE, "");
    if (KEY_FILE_TYPE.equals(hadoop.get(AUTHENTICATION)) && !Files.isReadable(Path.of(file))) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '"
              + file
              + "' of "
              + store.place(FileOptions.GCS_KEY_FILE)
              + ": there is no such file on the machine of the Spark driver, or it may not be read."
              + " It takes the path of a service account's key file, which has to be on the driver"
              + " and on every executor.");
    }
  }

  private static Optional<String> option(Map<String, String> options, Option option) {
    return Optional.ofNullable(options.get(option.key())).filter(value -> !value.isBlank());
  }
}
